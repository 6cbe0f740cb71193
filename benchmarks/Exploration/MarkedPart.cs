namespace ExplorationBenchmark;

/// <summary>A part of a document between two comments that name it.</summary>
internal static class MarkedPart
{
    /// <summary>Replaces the part.</summary>
    /// <exception cref="InvalidOperationException">The document has no such part.</exception>
    public static string Replace(string document, string name, string content)
    {
        string begin = $"<!-- {name} begin -->\n";
        string end = $"<!-- {name} end -->";
        int from = document.IndexOf(begin, StringComparison.Ordinal);
        int to = document.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"The document has no part '{name}'.");
        }

        return $"{document[..(from + begin.Length)]}\n{content}\n\n{document[to..]}";
    }
}
