namespace EmittedCode;

/// <summary>A document with a generated part.</summary>
public static class Document
{
    /// <summary>Stands before the generated part.</summary>
    public const string Begin = "<!-- emitted code: written by eng/emitted-code -->";

    /// <summary>Stands behind it.</summary>
    public const string End = "<!-- emitted code: end -->";

    /// <summary>Replaces the generated part.</summary>
    /// <exception cref="InvalidOperationException">The document has no such part.</exception>
    public static void Write(string path, string part)
    {
        string text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{path} has no generated part");
        }

        File.WriteAllText(path, $"{text[..begin]}{Begin}\n{part}\n{text[end..]}");
    }
}
