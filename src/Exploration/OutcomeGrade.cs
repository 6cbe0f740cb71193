using System.Text.Json.Serialization;

namespace Exploration;

/// <summary>What an outcome seen on real threads means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeGrade>))]
public enum OutcomeGrade
{
    /// <summary>Some interleaving of the threads makes it: reachable under sequential consistency.</summary>
    [JsonStringEnumMemberName("acceptable")]
    Acceptable,

    /// <summary>Only a reordering makes it, which TSO or RC11 allows.</summary>
    [JsonStringEnumMemberName("interesting")]
    Interesting,

    /// <summary>No model allows it: the machine, the compiler or the model is wrong.</summary>
    [JsonStringEnumMemberName("forbidden")]
    Forbidden,

    /// <summary>Not known: a search that would tell was ended early.</summary>
    [JsonStringEnumMemberName("ungraded")]
    Ungraded,
}
