namespace Exploration;

/// <summary>The words that memory models go by on the command line and in reports.</summary>
public static class ModelWords
{
    private static readonly Dictionary<string, ModelName> Known = Enum.GetValues<ModelName>().ToDictionary(Of);

    /// <summary>The words of all models.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ModelName>().Select(Of)];

    /// <summary>The word of a model.</summary>
    public static string Of(ModelName model) => model.ToString().ToLowerInvariant();

    /// <summary>Whether a word names a model.</summary>
    public static bool IsKnown(string word) => Known.ContainsKey(word);

    /// <summary>The model of a known word.</summary>
    public static ModelName Parse(string word) => Known[word];
}
