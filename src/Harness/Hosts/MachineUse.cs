using System.Globalization;

namespace Harness.Hosts;

/// <summary>
/// What a machine's processors did up to a moment, in ticks of its clock, as <c>/proc/stat</c> has it.
/// </summary>
/// <param name="Busy">Work, the hypervisor's not included.</param>
/// <param name="Idle">Nothing.</param>
/// <param name="Stolen">Time that the hypervisor gave to other machines while there was work.</param>
public sealed record MachineUse(long Busy, long Idle, long Stolen)
{
    /// <summary>Where Linux tells.</summary>
    public const string SystemFile = "/proc/stat";

    private const int IdleField = 3;
    private const int WaitField = 4;
    private const int StealField = 7;

    /// <summary>Ticks in all.</summary>
    public long All => Busy + Idle + Stolen;

    /// <summary>Reads the sum of all processors; null where the system does not tell.</summary>
    public static MachineUse? Read(string file)
    {
        string? line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault() : null;
        string[] words = (line ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= StealField + 1 || words[0] != "cpu")
        {
            return null;
        }

        // User time has that of guests in it.
        long[] ticks = [.. words[1..(StealField + 2)].Select(word => long.Parse(word, CultureInfo.InvariantCulture))];
        long idle = ticks[IdleField] + ticks[WaitField];
        return new MachineUse(ticks.Sum() - idle - ticks[StealField], idle, ticks[StealField]);
    }

    /// <summary>What was done since an earlier moment.</summary>
    public MachineUse Since(MachineUse earlier) =>
        new(Busy - earlier.Busy, Idle - earlier.Idle, Stolen - earlier.Stolen);
}
