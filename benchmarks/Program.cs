using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Benchmarks;

/// <summary>
/// Single operations, measured by BenchmarkDotNet inside this process: a project of its own would be built under this
/// repository's rules for packages, which BenchmarkDotNet does not know. Without a filter, everything is measured.
/// <c>--results DIR</c> writes the table to this machine's folder in a directory of results.
/// </summary>
/// <remarks>
/// Many short iterations: on a machine with other work most are interrupted, and the fastest tells what the code takes.
/// </remarks>
internal static class Program
{
    /// <summary>Of a millisecond each: the runtime takes 100 ms until it compiles a method for good.</summary>
    private const int WarmUps = 300;

    private const int Iterations = 80;

    /// <summary>Shorter than the time slice of a scheduler, some 3 ms.</summary>
    private const int IterationMilliseconds = 1;

    private const string ResultsOption = "--results";

    private static void Main(string[] args)
    {
        int option = Array.IndexOf(args, ResultsOption);
        string? results = option >= 0 && option + 1 < args.Length ? args[option + 1] : null;
        string[] rest = [.. args.Where((_, index) => option < 0 || (index != option && index != option + 1))];
        IConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default
                .WithToolchain(InProcessEmitToolchain.Instance)
                .WithWarmupCount(WarmUps)
                .WithIterationCount(Iterations)
                .WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds))
                .WithId("InProcess"))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
            .HideColumns(Column.Error, Column.Gen0, Column.Mean, Column.StdDev)
            .WithOptions(ConfigOptions.JoinSummary);
        IEnumerable<Summary> summaries =
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
                .Run(rest.Length == 0 ? ["--filter", "*"] : rest, config);
        if (results is not null && summaries.FirstOrDefault() is Summary summary)
        {
            Console.WriteLine($"written: {ResultsFile.Write(results, summary, Iterations, IterationMilliseconds)}");
        }
    }
}
