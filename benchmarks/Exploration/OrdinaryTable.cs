using Exploration;
using Weaving;

namespace ExplorationBenchmark;

/// <summary>
/// What ordinary code costs: the classes of tests/Cases, rewritten and explored. Processor time, and not wall time, so
/// that a busy machine does not count.
/// </summary>
internal static class OrdinaryTable
{
    private static readonly ModelName[] Models = [ModelName.Sc, ModelName.Tso, ModelName.Dotnet];
    private static readonly string[] Rated =
    [
        "Rates.LargeTreiber", "Rates.LargeMpmc", "Rates.Treiber", "Rates.Mpmc", "Cases.TreiberFixed",
        "Cases.VyukovMpmcFixed",
    ];

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);

    /// <summary>Measures; each line comes when it is known, for all of them take minutes.</summary>
    /// <param name="assembly">OpenCases.dll.</param>
    public static IEnumerable<string> Measure(string assembly)
    {
        TimeSpan begin = Now;
        WovenAssembly woven = WovenAssembly.Load(assembly);
        yield return $"rewriting the assembly, cold: {(Now - begin).TotalSeconds:0.00} s";
        yield return "| checked again and again | model | executions | ms | executions/s |\n|---|---|---:|---:|---:|";
        foreach (string name in Rated)
        {
            foreach (ModelName model in Models)
            {
                yield return Rate(woven, name, model);
            }
        }

        yield return "| class | all models, first time, s | again, s |\n|---|---:|---:|";
        foreach (string name in CodeExplorer.ClassesOf(woven).Where(name =>
            name.StartsWith("Cases.", StringComparison.Ordinal) && !name.Contains("Refuse", StringComparison.Ordinal)
            && name != "Cases.BclChannel"))
        {
            yield return $"| {name[6..]} | {Seconds(woven, name):0.000} | {Seconds(woven, name):0.000} |";
        }
    }

    private static TimeSpan Now => Environment.CpuUsage.TotalTime;

    private static double Seconds(WovenAssembly woven, string name)
    {
        TimeSpan begin = Now;
        foreach (ExplorationResult _ in CodeExplorer.Explore(woven, name, Models))
        {
            // Each is found when it is asked for.
        }

        return (Now - begin).TotalSeconds;
    }

    /// <summary>Complete and blocked executions, found again and again by searches that begin anew.</summary>
    private static string Rate(WovenAssembly woven, string name, ModelName model)
    {
        ExplorationOptions options = new() { Model = model, LimitViolations = long.MaxValue };
        double seconds = 0;
        long executions = 0;
        int checks = 0;
        TimeSpan begin = Now;
        while (Now - begin < Warm || checks == 0)
        {
            TimeSpan before = Now;
            ExplorationResult result = CodeExplorer.Explore(woven, name, options);
            if (before - begin > Warm / 2)
            {
                seconds += (Now - before).TotalSeconds;
                executions += result.Executions + result.Blocked;
                checks++;
            }
        }

        return $"| {name} | {model} | {executions / checks} | {1e3 * seconds / checks:0.0} | "
            + $"{executions / seconds:N0} |";
    }
}
