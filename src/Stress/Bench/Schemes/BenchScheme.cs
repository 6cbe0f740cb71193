using Stress.Bench.Patterns;
using Tracker.Rivals;
using Tracker.Seqcount;
using Tracker.SubIds;

namespace Stress.Bench.Schemes;

/// <summary>A scheme with its protocol, ready to be measured.</summary>
/// <param name="Name">Name on the command line, such as <c>rmap-id</c>.</param>
/// <param name="Protocol">How its writers meet, such as <c>exclusive</c> or <c>lock</c>.</param>
/// <param name="Traits">What kind of scheme it is.</param>
internal abstract record BenchScheme(string Name, string Protocol, SchemeTraits Traits)
{
    /// <summary>The scheme's sub-IDs; schemes without any have those of <c>rmap-id</c> beside them unused.</summary>
    public SubIdScheme SubIds { get; init; } = SubIdScheme.RmapId;

    /// <summary>How the words of the folios' sequences lie.</summary>
    public SequenceLayout Layout { get; init; }

    /// <summary>Name and protocol as one word, such as <c>rmap-id/exclusive</c>.</summary>
    public string Label => $"{Name}/{Protocol}";

    /// <summary>Sets up folios, MMs and one worker for each thread.</summary>
    public abstract BenchBed CreateBed(BenchCase benchCase);

    /// <summary>Replays accuracy workloads against the truth.</summary>
    public abstract T Accept<T>(ISchemeUser<T> user);
}

/// <summary>What kind of scheme it is.</summary>
/// <param name="Precision">What its answers may get wrong.</param>
/// <param name="IsLockFree">Whether no thread ever waits for a stopped one.</param>
/// <param name="IsInFolio">Whether all its state is in the folio's own words, so that neighbours could share lines.</param>
internal readonly record struct SchemeTraits(Precision Precision, bool IsLockFree, bool IsInFolio);
