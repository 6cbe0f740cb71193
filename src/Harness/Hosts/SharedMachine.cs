using System.Globalization;

namespace Harness.Hosts;

/// <summary>
/// Watches whether a machine is this process's alone while something is measured, and whether its clock stays the same.
/// </summary>
public sealed class SharedMachine
{
    /// <summary>Where Linux tells the frequency of a processor, under the folder of the processors.</summary>
    private const string FrequencyFile = "cpufreq/scaling_cur_freq";

    private const double MostStolen = 0.01;
    private const double MostOthers = 0.05;
    private const double MostFrequencySpread = 0.1;
    private readonly string _useFile;
    private readonly string _processors;
    private readonly MachineUse? _use;
    private readonly TimeSpan _own;
    private readonly IReadOnlyList<long> _frequencies;

    /// <summary>Begins to watch.</summary>
    /// <param name="useFile">Such as <see cref="MachineUse.SystemFile"/>.</param>
    /// <param name="processors">Such as <see cref="Processors.Topology.SystemFolder"/>.</param>
    /// <param name="own">Processor time of this process so far.</param>
    public SharedMachine(string useFile, string processors, TimeSpan own)
    {
        (_useFile, _processors, _own) = (useFile, processors, own);
        _use = MachineUse.Read(useFile);
        _frequencies = Frequencies();
    }

    /// <summary>
    /// What disturbed the measurement, a sentence each; empty if nothing did, or the system does not tell.
    /// </summary>
    /// <param name="own">Processor time of this process so far.</param>
    /// <param name="elapsed">Time since the beginning.</param>
    /// <param name="cores">Processors of the machine.</param>
    public IReadOnlyList<string> Warnings(TimeSpan own, TimeSpan elapsed, int cores)
    {
        List<string> warnings = [];
        if (_use is not null && MachineUse.Read(_useFile)?.Since(_use) is { All: > 0 } use)
        {
            double stolen = use.Stolen / (double)use.All;
            double others = (use.Busy / (double)use.All) - ((own - _own) / (elapsed * cores));
            Add(stolen > MostStolen, $"the hypervisor gave {Percent(stolen)} of the processors to other machines");
            Add(others > MostOthers, $"other processes had {Percent(others)} of the processors");
        }

        long[] frequencies = [.. _frequencies, .. Frequencies()];
        if (frequencies.Length > 0)
        {
            double spread = 1 - (frequencies.Min() / (double)frequencies.Max());
            Add(spread > MostFrequencySpread, $"the processors' frequencies differ by {Percent(spread)}");
        }

        return warnings;

        void Add(bool isSo, string warning)
        {
            if (isSo)
            {
                warnings.Add(warning);
            }
        }
    }

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);

    private IReadOnlyList<long> Frequencies() => Directory.Exists(_processors)
        ?
        [
            .. Directory.EnumerateDirectories(_processors, "cpu*")
                .Select(folder => Path.Combine(folder, FrequencyFile))
                .Where(File.Exists)
                .Select(file => long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture))
                .Where(frequency => frequency > 0),
        ]
        : [];
}
