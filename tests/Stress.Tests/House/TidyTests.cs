using System.Text.RegularExpressions;

namespace Stress.Tests.House;

public partial class TidyTests
{
    private const int MaxLines = 350;
    private const int MaxColumns = 120;

    [Fact]
    public void A_file_of_code_has_at_most_350_lines() =>
        Assert.Empty(SourceFile.EndingWith(".cs")
            .Select(file => (file.Name, Lines: file.Text.Count(character => character == '\n')))
            .Where(file => file.Lines > MaxLines)
            .Select(file => $"{file.Name}: {file.Lines} lines"));

    [Fact]
    public void A_line_of_code_has_at_most_120_columns() =>
        Assert.Empty(SourceFile.EndingWith(".cs")
            .SelectMany(file => file.Text.Split('\n').Select((line, index) => (file.Name, index, line.Length)))
            .Where(line => line.Length > MaxColumns)
            .Select(line => $"{line.Name}:{line.index + 1}: {line.Length} columns"));

    [Fact]
    public void No_exception_is_swallowed() => AssertNowhere(EmptyCatch(), SourceFile.EndingWith(".cs"));

    [Fact]
    public void An_empty_catch_is_recognized()
    {
        Assert.Matches(EmptyCatch(), "catch\n{\n}");
        Assert.Matches(EmptyCatch(), "catch (Exception e) when (e is IOException) { // later\n }");
        Assert.Matches(EmptyCatch(), "catch (StopException)\n{\n}");
        Assert.DoesNotMatch(EmptyCatch(), "catch (StopException)\n{\n    // Done.\n}");
        Assert.DoesNotMatch(EmptyCatch(), "catch (Exception e)\n{\n    return e;\n}");
    }

    [Fact]
    public void Nothing_names_a_path_of_one_machine() =>
        AssertNowhere(MachinePath(), SourceFile.All);

    [Fact]
    public void A_machine_path_is_recognized()
    {
        Assert.Matches(MachinePath(), "see /home/me/notes");
        Assert.Matches(MachinePath(), @"C:\Users\me");
        Assert.DoesNotMatch(MachinePath(), "src/tmp/x, https://example.org/home/work/x");
    }

    [Fact]
    public void No_test_is_retried_or_skipped() => AssertNowhere(RetryOrSkip(), SourceFile.EndingWith(".cs"));

    [Fact]
    public void Nothing_is_left_unfinished() => AssertNowhere(Unfinished(), SourceFile.All);

    // This file quotes what it looks for.
    private static void AssertNowhere(Regex pattern, IReadOnlyList<SourceFile> files) =>
        Assert.Empty(files.Where(file => !file.Name.EndsWith($"/{nameof(TidyTests)}.cs", StringComparison.Ordinal))
            .SelectMany(file => pattern.Matches(file.Text).Select(match => $"{file.Name}: {match.Value}")));

    // A comment may justify doing nothing about one type of exception, never about every exception.
    [GeneratedRegex(@"\bcatch\b[^{};]*\{\s*\}|\bcatch\s*(\(\s*Exception\b[^{};]*)?\{\s*(//[^\n]*\s*)*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"(?<![\w./-])/(work|tmp|home|root|Users|mnt)/\w+|\b[A-Z]:\\\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\[(Retry\w*|(Fact|Theory)\([^)]*Skip\s*=)")]
    private static partial Regex RetryOrSkip();

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Unfinished();
}
