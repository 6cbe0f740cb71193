using Atomics;
using Atomics.Programs;

namespace Harness.Sweeps;

/// <summary>
/// Many instances of one scenario, which the threads sweep in step: thread i runs actor i on each instance in turn, so
/// that their starts line up again and again between two meetings.
/// </summary>
public sealed unsafe class Stride : IDisposable
{
    /// <summary>Instances between two meetings.</summary>
    public const int Instances = 256;

    private readonly ScenarioInstance[] _instances;
    private readonly long[][] _initial;
    private readonly long[][][] _registers;

    /// <summary>Makes the instances.</summary>
    public Stride(Scenario scenario)
    {
        _instances = [.. Enumerable.Range(0, Instances).Select(_ => scenario.Create<HardwareMemory>())];
        _initial = [.. _instances.Select(instance => instance.Locations.Select(Read).ToArray())];
        _registers =
            [
                .. _instances.Select(instance =>
                    instance.Actors.Select(actor => new long[actor.RegisterNames.Count]).ToArray())];
    }

    /// <summary>Threads needed.</summary>
    public int Actors => _instances[0].Actors.Count;

    /// <summary>Runs one actor on every instance.</summary>
    public void Sweep(int actor)
    {
        for (int instance = 0; instance < Instances; instance++)
        {
            _instances[instance].Actors[actor].Body(_registers[instance][actor]);
        }
    }

    /// <summary>Counts what the sweeps showed and makes everything as it was. No thread sweeps meanwhile.</summary>
    public void Collect(Tally tally)
    {
        for (int instance = 0; instance < Instances; instance++)
        {
            ScenarioInstance each = _instances[instance];
            tally.Add(each, _registers[instance]);
            for (int location = 0; location < each.Locations.Count; location++)
            {
                Write(each.Locations[location], _initial[instance][location]);
            }

            foreach (long[] registers in _registers[instance])
            {
                Array.Clear(registers);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_instances, instance => instance.Dispose());

    /// <summary>The value of a word, sign-extended.</summary>
    internal static long Read(SharedLocation location) =>
        location.SizeBytes == sizeof(int) ? *(int*)location.Address : *(long*)location.Address;

    private static void Write(SharedLocation location, long value)
    {
        if (location.SizeBytes == sizeof(int))
        {
            *(int*)location.Address = (int)value;
        }
        else
        {
            *(long*)location.Address = value;
        }
    }
}
