using System.Globalization;
using System.Runtime.InteropServices;

namespace Harness.Hosts;

/// <summary>
/// The machine and runtime that a result was seen on: a concurrency result means nothing without them.
/// </summary>
/// <param name="Os">Operating system with its version.</param>
/// <param name="Arch">Architecture of the process, such as <c>x64</c>.</param>
/// <param name="Cpu">Model name of the processor.</param>
/// <param name="Cores">Processors that this process may use.</param>
/// <param name="Runtime">Name and version of the .NET runtime.</param>
/// <param name="TieredCompilation">Whether code may be compiled more than once, quickly at first.</param>
/// <param name="TieredPgo">Whether recompilation is guided by a profile; false without tiered compilation.</param>
public sealed record HostInfo(
    string Os, string Arch, string Cpu, int Cores, string Runtime, bool TieredCompilation, bool TieredPgo)
{
    private const string CpuInfoPath = "/proc/cpuinfo";

    /// <summary>This process.</summary>
    public static HostInfo Current { get; } = Describe();

    private static HostInfo Describe()
    {
        bool tiered = IsEnabled("TieredCompilation", "System.Runtime.TieredCompilation");
        return new HostInfo(
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            DescribeCpu(),
            Environment.ProcessorCount,
            RuntimeInformation.FrameworkDescription,
            tiered,
            tiered && IsEnabled("TieredPGO", "System.Runtime.TieredPGO"));
    }

    /// <summary>A runtime switch that is on unless turned off; the environment wins over runtimeconfig.json.</summary>
    private static bool IsEnabled(string environmentName, string switchName)
    {
        string? variable = Environment.GetEnvironmentVariable($"DOTNET_{environmentName}");
        return int.TryParse(variable, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int set)
            ? set != 0
            : !AppContext.TryGetSwitch(switchName, out bool enabled) || enabled;
    }

    private static string DescribeCpu()
    {
        string? model = File.Exists(CpuInfoPath) ? FromCpuInfo(File.ReadLines(CpuInfoPath)) : null;
        return model
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? $"unnamed {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    /// <summary>x86 names the model; Arm gives numbers of its implementer and part only.</summary>
    private static string? FromCpuInfo(IEnumerable<string> lines)
    {
        Dictionary<string, string> fields = [];
        foreach (string[] pair in lines.Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)))
        {
            if (pair is [string key, string value])
            {
                fields.TryAdd(key, value);
            }
        }

        return fields.TryGetValue("model name", out string? model) ? model
            : fields.TryGetValue("CPU part", out string? part)
                ? $"implementer {fields.GetValueOrDefault("CPU implementer", "?")} part {part}"
                : null;
    }
}
