using System.Collections.Immutable;
using Weaving.Objects;
using Weaving.Refusals;

namespace Weaving.Running;

/// <summary>
/// Whether type initializers, which run ahead of the actors here, did what they do when actors have run.
/// </summary>
/// <param name="scenario">The scenario.</param>
/// <param name="types">Types that its code may come to.</param>
internal sealed class Initializers(WovenScenario scenario, IReadOnlyCollection<Type> types)
{
    private readonly HashSet<Type> _types = [.. types];
    private ImmutableHashSet<InitializerAccess> _seen = [];
    private InitializerAccess[] _ofTypes = [];

    /// <summary>Looks at what the actors of an execution touched.</summary>
    /// <param name="setUp">The state.</param>
    /// <param name="written">Words that they wrote.</param>
    /// <exception cref="UnsupportedCodeException">It would depend on when an initializer runs.</exception>
    public void Require(SetUp setUp, int[] written)
    {
        if (InitializerRun.All is { Count: > 0 } all && all != _seen)
        {
            _seen = all;
            _ofTypes = [.. all.Where(access => _types.Contains(DefinitionOf(access.Initializer)))];
        }

        foreach (InitializerAccess access in _ofTypes)
        {
            long owner = access.Field is not null
                ? scenario.Objects.Number(new ObjectKey.Static(access.Field.DeclaringType!, access.Field.Name))
                : setUp.NumberOf(access.Owner!) is long known and > 0 ? known : scenario.Late.Find(access.Owner!);
            IEnumerable<int> words =
                access.IsWritten ? Enumerable.Range(0, scenario.Words.Count) : written;
            if (words.Select(word => scenario.Words[word]).Any(word => word is { IsData: true }
                && word.Owner == owner && (access.Field is not null || access.Covers(word.Offset))))
            {
                throw new UnsupportedCodeException(new Refusal(
                    $"The static initializer of {TypeName.Of(access.Initializer)}", "",
                    $"{(access.IsWritten ? "writes" : "reads")} {scenario.Objects.NameOf(owner)}, which actors "
                    + $"{(access.IsWritten ? "touch" : "write")}: when it runs depends on who uses the type first",
                    "Let it touch only what no actor changes, or set it up with the state."));
            }
        }
    }

    private static Type DefinitionOf(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
