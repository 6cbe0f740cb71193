using System.Globalization;
using Atomics.Programs;
using Exploration.Actors;

namespace Exploration.Counterexamples.Sites;

/// <summary>
/// Runs one actor through its steps of a counterexample once more: every operation returns what its step says, and the
/// stack tells where it stands.
/// </summary>
internal sealed class SiteRun
{
    /// <summary>
    /// Pauses, constants and unordered barriers between two steps. An actor that is not deterministic after all could
    /// make them for ever.
    /// </summary>
    private const int MaxBetweenSteps = 1 << 20;

    private static readonly StopRunException Stop = new();

    [ThreadStatic]
    private static SiteRun? t_current;

    private readonly Dictionary<nint, SharedLocation> _words;
    private readonly IReadOnlyList<CounterexampleStep> _steps;
    private readonly List<Site?> _sites = [];
    private readonly int _first;
    private int _betweenSteps;
    private bool _hasEnded;

    private SiteRun(ScenarioInstance instance, IReadOnlyList<CounterexampleStep> steps, int first)
    {
        _first = first;
        _words = instance.Locations.ToDictionary(location => location.Address);
        _steps = steps;
    }

    /// <summary>The run of this thread.</summary>
    public static SiteRun Current =>
        t_current ?? throw new InvalidOperationException("No run looks for sites on this thread.");

    /// <summary>Runs an actor.</summary>
    /// <param name="instance">An instance for this actor alone, made for <see cref="SiteMemory{TFresh}"/>.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="steps">What it did, in the order of its program.</param>
    /// <param name="first">The first step whose site is looked for; those before have none.</param>
    /// <returns>A site for each step, as far as the actor followed them; null without debug information.</returns>
    public static IReadOnlyList<Site?> Find(
        ScenarioInstance instance, Actor actor, IReadOnlyList<CounterexampleStep> steps, int first = 0)
    {
        SiteRun run = new(instance, steps, first);
        t_current = run;
        try
        {
            actor.Body(new long[actor.RegisterNames.Count]);
            return run._sites;
        }
        catch (Exception)
        {
            // Either the steps are over, or the execution ends with what the actor has thrown, as its violation says.
            return run._sites;
        }
        finally
        {
            t_current = null;
        }
    }

    /// <summary>An access to a word.</summary>
    /// <returns>What it held before; anything if the operation returns nothing.</returns>
    public long Access(nint address)
    {
        // Behind its last step an actor may touch words that are none.
        if (!_words.TryGetValue(address, out SharedLocation word))
        {
            throw End();
        }

        if (word.IsConstant)
        {
            StayBetweenSteps();
            return Load(word);
        }

        CounterexampleStep step = Next();
        string value = step.Value.Split(' ')[0];
        if (step.Location != word.Name || !long.TryParse(value, CultureInfo.InvariantCulture, out long returned))
        {
            throw End();
        }

        Take();
        return returned;
    }

    /// <summary>A barrier. One that the memory model does not order by is no step.</summary>
    public void Fence(Ordering ordering)
    {
        CounterexampleStep step = Next();
        if (step.Location.Length == 0
            && step.Operation == OperationNames.Of(new Operation(OperationKind.Fence, ordering, -1), writes: false))
        {
            Take();
        }
        else
        {
            StayBetweenSteps();
        }
    }

    /// <summary>The end of a failed turn of a wait.</summary>
    public void Pause()
    {
        Next();
        StayBetweenSteps();
    }

    /// <summary>The next step; there is none any more if the actor has ended or waits for ever.</summary>
    private CounterexampleStep Next() =>
        !_hasEnded && _sites.Count < _steps.Count ? _steps[_sites.Count] : throw End();

    /// <summary>The code under test may catch the end; what it does then counts for nothing.</summary>
    private StopRunException End()
    {
        _hasEnded = true;
        return Stop;
    }

    private void Take()
    {
        _betweenSteps = 0;
        _sites.Add(_sites.Count < _first ? null : ActorStack.Site());
    }

    private void StayBetweenSteps()
    {
        if (++_betweenSteps > MaxBetweenSteps)
        {
            throw End();
        }
    }

    private static unsafe long Load(SharedLocation word) =>
        word.SizeBytes == sizeof(int) ? *(int*)word.Address : *(long*)word.Address;

    private sealed class StopRunException : Exception;
}
