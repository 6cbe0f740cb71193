using Weaving.Objects;

namespace Weaving.Running;

/// <summary>
/// The words of a delegate or a box, which never change once it is made: nobody reads them, for a reader has the object
/// that is held from the key. Making it writes them, behind what was written to that object before and ahead of storing
/// the whole: publication of nested objects goes from one to the next (.NET memory model, object assignment).
/// </summary>
internal static class HeldWords
{
    /// <summary>Behind the words of locks.</summary>
    private const int First = -16;

    private const int PerActor = 64;

    /// <summary>The place of a held object; each actor that makes an equal whole has words of its own.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="index">Which held object, below 64.</param>
    public static int Of(int actor, int index) => First - (actor * PerActor) - (index % PerActor);

    /// <summary>The leaf of a word.</summary>
    public static Leaf LeafOf(int part) => new(part, IntPtr.Size, typeof(object), "held", false);

    /// <summary>What a delegate or a box holds.</summary>
    public static IEnumerable<object> In(object whole) => whole switch
    {
        Delegate function when function.GetInvocationList() is { Length: > 1 } several => several,
        Delegate { Target: object target } => [target],
        Delegate => [],
        _ => SetUp.ReferencesOf(whole).Select(leaf => SetUp.Load(whole, leaf.Offset)).OfType<object>(),
    };
}
