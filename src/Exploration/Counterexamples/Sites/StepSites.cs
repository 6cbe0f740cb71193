using System.Diagnostics;
using Atomics.Programs;
using Exploration.Actors;

namespace Exploration.Counterexamples.Sites;

/// <summary>
/// Finds the file and line of each step of a counterexample. The search itself knows of none: its code runs inlined,
/// millions of times, and a look at the stack costs more than an execution.
/// </summary>
internal static class StepSites
{
    /// <summary>
    /// How long code for a memory of a new type surely stays as it was compiled first: the runtime does not count its
    /// calls before a tenth of a second has passed.
    /// </summary>
    private static readonly TimeSpan UncompiledTime = TimeSpan.FromMilliseconds(50);

    private static readonly Lock FreshLock = new();
    private static int s_searches;
    private static int s_fresh;
    private static long s_freshSince;

    /// <summary>The counterexample with its sites; fewer without debug information, or if code has changed.</summary>
    public static Counterexample AddTo(ScenarioDeclaration scenario, Counterexample counterexample)
    {
        int fresh = Interlocked.Increment(ref s_searches);
        Dictionary<string, Queue<Site?>> sites = counterexample.Steps
            .GroupBy(step => step.Thread)
            .ToDictionary(steps => steps.Key, steps => new Queue<Site?>(Find(scenario, fresh, steps.Key, [.. steps])));
        CounterexampleStep[] steps = [.. counterexample.Steps.Select(step => At(step, sites[step.Thread]))];
        return counterexample with
        {
            Steps = steps,
            Reorderings = [.. counterexample.Reorderings.Select(sentence => Strengthening.NameSite(sentence, steps))],
        };
    }

    /// <summary>The site of the last of an actor's steps; null without debug information.</summary>
    public static Site? OfLast(ScenarioDeclaration scenario, string actor, IReadOnlyList<CounterexampleStep> steps)
    {
        int fresh = Fresh(out bool isNew);
        IReadOnlyList<Site?> sites = Find(scenario, fresh, actor, steps, steps.Count - 1);
        if (isNew)
        {
            // Compiling the code has taken longer than all that comes after it.
            Volatile.Write(ref s_freshSince, Stopwatch.GetTimestamp());
        }

        return sites.Count == steps.Count ? sites[^1] : null;
    }

    private static int Fresh(out bool isNew)
    {
        lock (FreshLock)
        {
            isNew = s_fresh == 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref s_freshSince)) > UncompiledTime;
            if (isNew)
            {
                (s_fresh, s_freshSince) = (Interlocked.Increment(ref s_searches), Stopwatch.GetTimestamp());
            }

            return s_fresh;
        }
    }

    private static IReadOnlyList<Site?> Find(
        ScenarioDeclaration scenario, int fresh, string name, IReadOnlyList<CounterexampleStep> steps, int first = 0)
    {
        // An instance for each actor, as in the search: actors share declared words alone.
        using ScenarioInstance instance = Create<Start>(scenario, fresh);
        Actor? actor = instance.Actors.FirstOrDefault(actor => actor.Name == name);
        return actor is null ? [] : SiteRun.Find(instance, actor, steps, first);
    }

    private static CounterexampleStep At(CounterexampleStep step, Queue<Site?> sites)
    {
        sites.TryDequeue(out Site? site);
        return step with { File = site?.File, Line = site?.Line };
    }

    /// <summary>Makes an instance for a memory whose type spells the bits of a number: another one each time.</summary>
    private static ScenarioInstance Create<TFresh>(ScenarioDeclaration scenario, int number)
        where TFresh : struct => number switch
        {
            0 => Create<TFresh>(scenario),
            _ when int.IsEvenInteger(number) => Create<Even<TFresh>>(scenario, number >> 1),
            _ => Create<Odd<TFresh>>(scenario, number >> 1),
        };

    private static ScenarioInstance Create<TFresh>(ScenarioDeclaration scenario)
        where TFresh : struct => scenario switch
        {
            Scenario plain => plain.Create<SiteMemory<TFresh>>(),
            ModelScenario model => model.Create<SiteMemory<TFresh>>(),
            _ =>
                throw new ExplorationException(
                    $"Scenario '{scenario.Name}' is neither a Scenario nor a ModelScenario."),
        };

    private readonly struct Start;

    private readonly struct Even<TRest>;

    private readonly struct Odd<TRest>;
}
