using System.Text.RegularExpressions;

namespace Harness.Hosts;

/// <summary>The folder below <c>benchmarks/results</c> for a machine's figures: CPU and cores.</summary>
public static partial class ResultFolder
{
    /// <summary>Such as <c>AMD-EPYC-9R14-2-cores</c>.</summary>
    /// <param name="host">The machine.</param>
    public static string NameOf(HostInfo host)
    {
        string cpu = Empty().Replace(host.Cpu, " ");
        return $"{Unfit().Replace(cpu, "-").Trim('-')}-{host.Cores}-cores";
    }

    /// <summary>Marks and words that every name has, and the clock rate.</summary>
    [GeneratedRegex(@"\((R|TM)\)|\b(CPU|Processor)\b|\b\d+-Core\b|@.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Unfit();
}
