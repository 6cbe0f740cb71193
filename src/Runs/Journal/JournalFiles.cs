using System.Globalization;

namespace Runs.Journal;

/// <summary>The files of a journal: <c>journal-000001.jsonl</c> and so on, none missing.</summary>
public static class JournalFiles
{
    private const string Prefix = "journal-";
    private const string Extension = ".jsonl";

    /// <summary>The path of a file.</summary>
    /// <param name="folder">The journal.</param>
    /// <param name="number">From 1.</param>
    public static string PathOf(string folder, int number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D6}{Extension}"));

    /// <summary>The files that a folder has, in order; none if it is no journal.</summary>
    /// <exception cref="InputException">One is missing.</exception>
    public static IReadOnlyList<string> Of(string folder)
    {
        int count = Directory.Exists(folder) ? Directory.GetFiles(folder, $"{Prefix}*{Extension}").Length : 0;
        string[] files = [.. Enumerable.Range(1, count).Select(number => PathOf(folder, number))];
        return files.FirstOrDefault(file => !File.Exists(file)) is string missing
            ? throw new InputException(
                $"'{folder}' lacks {Path.GetFileName(missing)}; accepted: a folder with all files "
                + "that --journal has written")
            : files;
    }
}
