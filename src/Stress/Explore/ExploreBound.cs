using System.Text.Json;
using System.Text.Json.Serialization;
using Exploration;

namespace Stress.Explore;

/// <summary>A reason why not every execution was visited.</summary>
/// <param name="Kind">What kept the search from it: the name of a <see cref="BoundKind"/> in camel case.</param>
/// <param name="Reason">The same for people.</param>
[method: JsonConstructor]
internal sealed record ExploreBound(string Kind, string Reason)
{
    /// <summary>One of a search.</summary>
    public ExploreBound(SearchBound bound)
        : this(JsonNamingPolicy.CamelCase.ConvertName($"{bound.Kind}"), bound.Reason)
    {
    }
}
