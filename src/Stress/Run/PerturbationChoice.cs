using Harness.Teams;
using Stress.CommandLine;

namespace Stress.Run;

/// <summary>The values of <c>--perturb</c>: which kinds of perturbation the stretches of a run have, in turn.</summary>
internal static class PerturbationChoice
{
    /// <summary>The bare hardware alone.</summary>
    public const string None = "none";

    /// <summary>Bare and lightly perturbed stretches in turn.</summary>
    public const string Mixed = "mixed";

    private static readonly Dictionary<string, Perturbation[]> s_kinds = new()
    {
        [None] = [Perturbation.Bare],
        ["light"] = [Perturbation.Light],
        ["heavy"] = [Perturbation.Heavy],
        [Mixed] = [Perturbation.Bare, Perturbation.Light],
    };

    /// <summary>
    /// The kinds of a canary's run. Under heavy perturbation two-word-give-back-torn hides for 10 s at a time and shows
    /// within seconds under light; with two-word-give-back-first it is the other way round (two busy cores, load 15).
    /// </summary>
    public static IReadOnlyList<Perturbation> OfCanaries { get; } = [Perturbation.Heavy, Perturbation.Light,
        Perturbation.Bare];

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names => s_kinds.Keys;

    /// <summary>The kinds of a choice.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="holds">Whether threads are held besides, in stretches of their own.</param>
    /// <exception cref="UsageException">Threads are to be held on the bare hardware.</exception>
    public static IReadOnlyList<Perturbation> KindsOf(string name, bool holds) =>
        !holds ? s_kinds[name]
        : name != None ? [.. s_kinds[name], Perturbation.LongHold]
        : throw new UsageException(RunOptions.Perturb.Name, name,
            $"with {RunOptions.LongHold.Name}: {string.Join(", ", Names.Where(each => each != None))}");
}
