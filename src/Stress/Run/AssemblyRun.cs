using System.CommandLine;
using Exploration;
using Exploration.Search;
using Harness;
using Harness.Processors;
using Harness.Sweeps;
using Harness.Teams;
using Runs.Reports;
using Stress.CommandLine;
using Stress.Explore;
using Stress.Litmus;
using Weaving;
using Weaving.Refusals;

namespace Stress.Run;

/// <summary>
/// <c>run --assembly</c>: a class of ordinary code on real threads, many instances of it swept in step, and each
/// outcome graded by the models that allow it.
/// </summary>
internal sealed class AssemblyRun(RealClass real) : ISwept
{
    private static readonly Option[] Heeded =
        [RunOptions.Assembly, RunOptions.Class, RunOptions.TimeBudget, RunOptions.Affinity];

    private readonly RealInstance[] _instances = [.. Enumerable.Range(0, Stride.Instances).Select(_ => real.Make())];
    private readonly Dictionary<string, long> _counts = [];
    private readonly SortedSet<string> _violations = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Actors => real.Actors;

    /// <summary>Runs.</summary>
    /// <exception cref="UsageException">The assembly, or the class in it, is not there or cannot be run.</exception>
    public static RunReport Run(string path, Invocation invocation)
    {
        invocation.RefuseBeside(RunOptions.Assembly.Name, Heeded);
        try
        {
            return Report(path, invocation);
        }
        catch (Exception unreadable) when (unreadable
            is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw new UsageException("--assembly", path, "a .NET assembly that can be read");
        }
        catch (Exception refused) when (refused is ArgumentException or ExplorationException)
        {
            throw new UsageException($"--class: {refused.Message.TrimEnd('.')}; accepted: "
                + AssemblySearch.AcceptedIn(WovenAssembly.Load(path)));
        }
    }

    /// <inheritdoc/>
    public void Sweep(int actor)
    {
        foreach (RealInstance instance in _instances)
        {
            instance.Run(actor);
        }
    }

    /// <inheritdoc/>
    public void Collect()
    {
        for (int index = 0; index < _instances.Length; index++)
        {
            (string outcome, string? violation) = _instances[index].Judge();
            _counts[outcome] = _counts.GetValueOrDefault(outcome) + 1;
            if (violation is not null)
            {
                _violations.Add(violation);
            }

            _instances[index] = real.Make();
        }
    }

    private static RunReport Report(string path, Invocation invocation)
    {
        WovenAssembly woven = WovenAssembly.Load(path);
        string name = invocation.Value(RunOptions.Class) ?? OnlyClassOf(woven, path);
        AssemblyRun run = new(RealClass.Load(path, name));
        Affinity affinity = invocation.Value(RunOptions.Affinity).Resolve();
        LitmusPlan plan = new(
            [name], invocation.Value(RunOptions.TimeBudget), affinity,
            string.Join(' ', ["stress run", .. Heeded.Where(invocation.IsGiven).Select(invocation.Describe)]));
        LitmusPrinter printer = new(invocation.Console);
        printer.Start(plan);
        LitmusSweep control = LitmusSweep.Run(
            LitmusPlan.Control, plan.ControlBudget, affinity, invocation.Cancellation);
        printer.Control(control);
        (OutcomeGrades? grades, string? refusal) = Grade(woven, name, invocation.Cancellation);
        (double seconds, string? stuck) = run.Sweep(affinity, plan.BudgetOfTest, invocation.Cancellation);
        LitmusSweep seen = new(
            name, run._counts.Values.Sum(), Math.Round(seconds, 3), grades?.IsComplete == true,
            SweptOutcome.Of(grades, run._counts));
        LitmusResult graded = LitmusResult.Of(seen, control);
        (Verdict verdict, string reason) =
            run._violations.Min is string violation ? (Verdict.Violation, violation)
            : stuck is not null ? (Verdict.Inconclusive, stuck)
            : refusal is not null ? (Verdict.UnsupportedCode, refusal)
            : graded.Verdict == Verdict.Pass && grades!.Violations.Count > 0
                ? (Verdict.Inconclusive, $"no sample shows it, but a model allows: {grades.Violations[0]}")
            : (graded.Verdict, graded.Reason);
        LitmusSession session = new(control, [graded with { Verdict = verdict, Reason = reason }], 0);
        printer.End(session, plan);
        return RunReport.OfSweep(
            invocation.Head(), session, seen, plan.CommandText,
            seen.Count(OutcomeGrade.Forbidden) + run._violations.Count,
            [.. run._violations.Select(each => ViolationOf(name, each))]);
    }

    private (double Seconds, string? Stuck) Sweep(Affinity affinity, TimeSpan budget, CancellationToken cancellation)
    {
        using SweepTeam team = new(this, affinity);
        try
        {
            return (team.Run(budget, cancellation), null);
        }
        catch (TimeoutException stuck)
        {
            return (budget.TotalSeconds, stuck.Message);
        }
    }

    private static (OutcomeGrades? Grades, string? Refusal) Grade(
        WovenAssembly woven, string name, CancellationToken cancellation)
    {
        try
        {
            return (CodeExplorer.Grade(woven, name, new ExplorationOptions(), cancellation), null);
        }
        catch (UnsupportedCodeException unsupported)
        {
            return (null, $"nothing is graded: {unsupported.Refusal}");
        }
    }

    private static string OnlyClassOf(WovenAssembly woven, string path)
    {
        IReadOnlyList<string> classes = CodeExplorer.ClassesOf(woven);
        return classes.Count == 1 ? classes[0] : throw new UsageException(
            classes.Count == 0
                ? $"--assembly {path}: no class declares actors; accepted: an assembly with a class that does"
                : $"--class is missing; accepted: one of {string.Join(", ", classes)}");
    }

    private static ViolationReport ViolationOf(string name, string violation) => new(
        name, Perturbation.Bare.Name, "class", "an outcome that the class allows", violation, Stamp: null, Seed: 0);
}
