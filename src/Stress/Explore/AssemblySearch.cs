using Atomics.Programs;
using Exploration;
using Exploration.Advice;
using Harness;
using Stress.CommandLine;
using Weaving;
using Weaving.Refusals;

namespace Stress.Explore;

/// <summary>Explores the classes of an assembly: <c>explore --assembly</c>.</summary>
internal static class AssemblySearch
{
    /// <summary>Runs.</summary>
    /// <exception cref="UsageException">The assembly, or the class in it, is not there or declares nothing to
    /// explore.</exception>
    public static ExploreResult Run(Invocation invocation, ExplorePrinter printer)
    {
        string path = invocation.Value(ExploreOptions.Assembly)!;
        string word = invocation.Value(ExploreOptions.Model);
        SampleOptions? sample = ExploreOptions.SampleOf(invocation);
        ExplorationOptions options = new()
        {
            LimitExecutions = invocation.Value(ExploreOptions.LimitExecutions) ?? long.MaxValue,
            TimeBudget = invocation.Value(ExploreOptions.TimeBudget) ?? TimeSpan.MaxValue,
            ShuffleSeed = sample is null ? invocation.Value(ExploreOptions.ShuffleSeed) : null,
            Sample = sample,
            Equivalence = ExploreOptions.EquivalenceOf(invocation),
            Workers = invocation.Value(ExploreOptions.Threads) ?? 1,
        };
        WovenAssembly assembly = AssemblyOf(invocation);
        IReadOnlyList<string> classes = ClassesOf(invocation, assembly);
        foreach (string name in classes)
        {
            printer.Warnings(WarningsOf(assembly, name));
        }

        List<ExploreControl> controls = [];
        List<ClassResult> results = [];
        foreach (ModelName model in ExploreOptions.ModelsOf(word))
        {
            ExploreControl control = ExploreControl.Run(model, options.Equivalence);
            printer.Control(control);
            controls.Add(control);
            foreach (string name in classes)
            {
                ClassResult result = Explore(assembly, name, options with { Model = model }, control, invocation);
                printer.Class(result);
                results.Add(result);
            }
        }

        return Sum(word, options.Equivalence, controls.MinBy(control => control.Found)!, results);
    }

    /// <summary>The assembly that the options name.</summary>
    /// <exception cref="UsageException">It is not there, or is none.</exception>
    public static WovenAssembly AssemblyOf(Invocation invocation) =>
        Load(invocation.Value(ExploreOptions.Assembly)!, invocation.Value(ExploreOptions.Include));

    /// <summary>The classes that the options ask for.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IReadOnlyList<string> ClassesOf(Invocation invocation, WovenAssembly assembly) =>
        invocation.Value(ExploreOptions.Class) is string one ? [one]
        : CodeExplorer.ClassesOf(assembly) is { Count: > 0 } all ? all
        : throw new UsageException("--assembly", invocation.Value(ExploreOptions.Assembly)!,
            "an assembly with classes that declare actors");

    /// <summary>A class as a scenario.</summary>
    /// <exception cref="UsageException">There is no such class, or it declares nothing to explore.</exception>
    public static ScenarioDeclaration ScenarioOf(Invocation invocation, WovenAssembly assembly, string name)
    {
        try
        {
            return CodeExplorer.ScenarioOf(assembly, name, invocation.Value(ExploreOptions.Races));
        }
        catch (ArgumentException refused)
        {
            throw Refused(assembly, name, refused.Message);
        }
    }

    /// <summary>A class that cannot be explored, and one that can be.</summary>
    private static UsageException Refused(WovenAssembly assembly, string name, string reason) =>
        new($"--class {name}: {reason.TrimEnd('.')}; accepted: {AcceptedIn(assembly)}");

    /// <summary>What <c>--class</c> accepts.</summary>
    public static string AcceptedIn(WovenAssembly assembly) => CodeExplorer.ClassesOf(assembly) is [string first, ..]
        ? $"the full name of a class that declares actors, such as {first}"
        : "no class there, since none declares actors";

    private static WovenAssembly Load(string path, string? include)
    {
        try
        {
            return WovenAssembly.Load(path, include?.Split(',') ?? []);
        }
        catch (Exception unused) when (include is not null && (unused is ArgumentException or NotSupportedException))
        {
            throw new UsageException($"--include {include}: {unused.Message.TrimEnd('.')}; accepted: namespaces that "
                + "it uses, whose code can be rewritten");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException
            or BadImageFormatException)
        {
            throw new UsageException("--assembly", path, "a .NET assembly that can be read");
        }
    }

    private static IReadOnlyList<string> WarningsOf(WovenAssembly assembly, string name)
    {
        try
        {
            return CodeExplorer.WarningsOf(assembly, name);
        }
        catch (ArgumentException refused)
        {
            throw Refused(assembly, name, refused.Message);
        }
    }

    private static ClassResult Explore(
        WovenAssembly assembly, string name, ExplorationOptions options, ExploreControl control, Invocation invocation)
    {
        string model = ModelWords.Of(options.Model);
        try
        {
            ExplorationResult result = CodeExplorer.Explore(
                assembly, name, options, invocation.Value(ExploreOptions.Races), invocation.Cancellation);
            AdviceReport? advice = !invocation.Value(ExploreOptions.Advise) ? null : CodeExplorer.Advise(
                assembly, name, options, invocation.Value(ExploreOptions.Races), invocation.Cancellation);
            return new ClassResult
            {
                Class = name,
                Model = model,
                Advice = advice is null ? null : AdviceRow.Of(advice),
                Repairs = advice is null ? null : RepairRow.Of(advice),
                Verdict = result.Verdict switch
                {
                    ExplorationVerdict.Violated => Verdict.Violation,
                    ExplorationVerdict.Passed when control.Found => Verdict.Pass,
                    _ => Verdict.Inconclusive,
                },
                Executions = result.Executions,
                Blocked = result.Blocked,
                Truncated = result.Truncated,
                Complete = result.IsComplete,
                Bounds = [.. result.Bounds.Select(bound => new ExploreBound(bound))],
                SearchSeconds = Math.Round(result.SearchSeconds, 4),
                Violations = result.Violations,
                Races =
                    [.. result.Violations.Where(
                        violation => violation.StartsWith("Data race", StringComparison.Ordinal))],
                Warnings = WarningsOf(assembly, name),
                Outcomes =
                    [.. result.Outcomes.Select(
                        outcome => new ExploreOutcome(outcome.Outcome, outcome.Count, outcome.Violation, null, null))],
                Counterexample = result.Counterexample,
                Sample = result.Sample,
            };
        }
        catch (UnsupportedCodeException unsupported)
        {
            return new ClassResult
            {
                Class = name,
                Model = model,
                Verdict = Verdict.UnsupportedCode,
                Refusals = [unsupported.Refusal]
            };
        }
        catch (Exception refused) when (refused is ExplorationException or ArgumentException)
        {
            throw Refused(assembly, name, refused.Message);
        }
    }

    /// <summary>The worst verdict is the report's.</summary>
    private static ExploreResult Sum(
        string model, Equivalence equivalence, ExploreControl control, IReadOnlyList<ClassResult> results)
    {
        double seconds = results.Sum(result => result.SearchSeconds);
        long executions = results.Sum(result => result.Executions);
        return new ExploreResult
        {
            Verdict = results.Select(result => result.Verdict).Worst(),
            Scenario = "assembly",
            Model = model,
            Writers = 0,
            Readers = 0,
            Values = 0,
            Protocol = "none",
            Reading = "none",
            Canary = null,
            Equivalence = equivalence.ToString().ToLowerInvariant(),
            Control = control,
            Executions = executions,
            Blocked = results.Sum(result => result.Blocked),
            Truncated = results.Sum(result => result.Truncated),
            Complete = results.All(result => result.Complete),
            SearchSeconds = seconds,
            ExecutionsPerSecond = Math.Round(executions / Math.Max(seconds, 1e-9)),
            Violations = [.. results.SelectMany(result => result.Violations)],
            Outcomes = [],
            Counterexample = results.FirstOrDefault(result => result.Counterexample is not null)?.Counterexample,
            Results = results,
        };
    }
}
