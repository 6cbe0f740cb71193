using System.Text;

namespace Atomics.Programs;

/// <summary>What one execution showed: every actor's registers, then the final values of the observed locations.</summary>
/// <param name="Instance">The scenario instance that names the values.</param>
/// <param name="Registers">One array for each actor, in the order of its register names.</param>
/// <param name="Final">Final values of the observed locations.</param>
public sealed record Outcome(ScenarioInstance Instance, IReadOnlyList<long[]> Registers, long[] Final)
{
    /// <summary>
    /// The outcome on one line, such as <c>P0.r1=1 P1.r2=0 x=2</c>: equal text means equal outcome within one scenario.
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new();
        for (int actor = 0; actor < Registers.Count; actor++)
        {
            Actor declared = Instance.Actors[actor];
            for (int register = 0; register < Registers[actor].Length; register++)
            {
                Append(text, $"{declared.Name}.{declared.RegisterNames[register]}", Registers[actor][register]);
            }
        }

        for (int location = 0; location < Final.Length; location++)
        {
            Append(text, Instance.Observed[location].Name, Final[location]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, long value) =>
        text.Append(text.Length == 0 ? "" : " ").Append(name).Append('=').Append(value);
}
