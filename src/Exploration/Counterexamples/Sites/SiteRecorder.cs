using Exploration.Actors;

namespace Exploration.Counterexamples.Sites;

/// <summary>Runs an actor along a way of its tree and takes down where each operation stands.</summary>
/// <param name="replay">The actor.</param>
/// <param name="nodes">The nodes of the way from the first.</param>
internal sealed class SiteRecorder(Replay replay, List<int> nodes) : RunDriver
{
    private int _next;

    /// <summary>The site of each operation of the way, by node.</summary>
    public Dictionary<int, int> Sites { get; } = [];

    /// <inheritdoc/>
    public override bool IsCertain => true;

    /// <inheritdoc/>
    public override bool TryStep(in Operation operation, out long old)
    {
        old = 0;
        if (_next + 1 >= nodes.Count)
        {
            return false;
        }

        Sites[nodes[_next]] = replay.Runner.Site;
        old = replay.Tree.ValueInto(nodes[++_next]);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryPause(bool isFirst)
    {
        _next += isFirst ? 1 : 0;
        return _next < nodes.Count;
    }

    /// <inheritdoc/>
    public override void Stick()
    {
        // The way ends here.
    }
}
