using System.Diagnostics;

namespace Stress.Tests.House;

/// <summary>eng/compare on two commits of a small repository, whose figures are written down in their files.</summary>
public sealed class CompareTests : IDisposable
{
    /// <summary>Prints the line of <c>figures</c> that belongs to the turn.</summary>
    private const string NextFigure = "echo >>turn; sed -n \"$(wc -l <turn)p\" figures";

    private readonly TemporaryFolder _folder = new();

    public CompareTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !IsThere("git"), "eng/compare needs git, bash and awk");
        Directory.CreateDirectory(_folder.PathOf("eng"));
        foreach (string name in (string[])["compare", "ratios.awk"])
        {
            File.Copy(Repository.PathOf("eng", name), _folder.PathOf($"eng/{name}"));
        }

        Git("init -q");
        // New over old by turns: 80 to 100 %, in no order, so that the sixth are 85 and 95 %.
        Commit("old", _ => "rate\t200");
        Commit("new", turn => $"rate\t{2 * (80 + (turn * 8 % 21))}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_median_and_the_interval_are_those_of_the_turns()
    {
        (int exitCode, string output, _) = Compare("--within", "15", "old", "new", NextFigure);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"rate +200 +180 +0\.9000  0\.8500 - 0\.9500  within 15\.0 %\n", output);
    }

    [Fact]
    public void A_figure_that_may_be_worse_than_it_shall_be_fails()
    {
        (int exitCode, string output, _) = Compare("--within", "14.9", "old", "new", NextFigure);
        Assert.Equal(1, exitCode);
        Assert.Contains("within 15.0 %, not 14.9 %", output, StringComparison.Ordinal);

        // Less is better here: then the interval has nothing that is worse, and the other way round up to 100 / 85.
        string lower = $"{NextFigure} | sed 's/$/\tlower/'";
        Assert.Contains("within 0.0 %\n", Compare("old", "new", lower).Output, StringComparison.Ordinal);
        Assert.Contains("1.0526 - 1.1765  within 17.7 %\n", Compare("new", "old", lower).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_commits_take_turns_and_who_comes_first_changes()
    {
        string log = _folder.PathOf("log");
        string command = $"basename \"$PWD\" >>{log}; echo no figure; printf 'a\\t1\\n'";
        (int exitCode, string output, _) = Compare("--turns", "23", "old", "new", command);
        Assert.Equal(0, exitCode);
        Assert.Contains("1.0000 - 1.0000  within 0.0 %", output, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(0, 23).SelectMany(turn => turn % 2 == 0 ? (string[])["old", "new"] : ["new", "old"]),
            File.ReadLines(log));
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("two commits", "old")]
    [InlineData("--turns", "--turns", "20", "old", "new")]
    [InlineData("--turns", "--turns", "many", "old", "new")]
    [InlineData("--within", "--within", "-1", "old", "new")]
    [InlineData("--build", "--build")]
    [InlineData("--fast", "--fast", "old", "new")]
    [InlineData("'absent'", "old", "absent")]
    public void A_wrong_command_line_is_refused_in_one_line(string word, params string[] arguments)
    {
        (int exitCode, string output, string error) = Run("eng/compare", arguments);
        Assert.Equal(64, exitCode);
        Assert.Empty(output);
        string line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(word, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo cause; exit 7", "true", "the old commit does not build")]
    [InlineData("true", "echo cause; exit 7", "turn 1: the command failed in the old commit")]
    [InlineData("true", "echo cause >&2; false | cat", "turn 1: the command failed in the old commit")]
    public void What_fails_is_shown(string build, string command, string complaint)
    {
        string error = AssertNoResult(build, command);
        Assert.Contains("cause\n", error, StringComparison.Ordinal);
        Assert.EndsWith($"eng/compare: {complaint}\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo no figure", "the command prints no figure")]
    [InlineData("printf 'a\\t0\\n'", "'a' needs a number above 0")]
    [InlineData("printf 'a\\t1\\thigher\\n'", "'a' needs a number above 0, and nothing or 'lower' behind it")]
    [InlineData("printf 'a\\t1\\na\\t1\\n'", "two figures 'a'")]
    [InlineData("basename \"$PWD\" | sed 's/$/\t1/'", "'old' is missing in turn 1")]
    [InlineData(
        "basename \"$PWD\" | sed 's/old/a\\t1/; s/new/a\\t1\\tlower/'", "'a' has 'lower' behind it only sometimes")]
    public void Figures_that_are_none_end_it_in_the_first_turn_without_a_result(string command, string complaint)
    {
        string[] lines = AssertNoResult("true", command).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal("turn 1 of 21", lines[0]);
        Assert.StartsWith("eng/compare: ", lines[1], StringComparison.Ordinal);
        Assert.Contains(complaint, lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_that_is_ended_leaves_nothing_behind()
    {
        using Process process = Start("eng/compare", ["--build", "true", "old", "new", "sleep 0.1; printf 'a\\t1\\n'"]);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Assert.Equal("turn 1 of 21", await process.StandardError.ReadLineAsync(cancellation));
        await Process.Start("kill", $"-TERM {process.Id}").WaitForExitAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.Equal(143, process.ExitCode);
        AssertNothingIsLeft();
    }

    private (int ExitCode, string Output, string Error) Compare(params string[] arguments) =>
        Run("eng/compare", ["--build", "true", .. arguments]);

    private string AssertNoResult(string build, string command)
    {
        (int exitCode, _, string error) = Run("eng/compare", ["--build", build, "old", "new", command]);
        Assert.Equal(2, exitCode);
        AssertNothingIsLeft();
        return error;
    }

    private void AssertNothingIsLeft()
    {
        Assert.Single(Git("worktree list").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetFileSystemEntries(Directory.CreateDirectory(_folder.PathOf("temporary")).FullName));
    }

    private void Commit(string tag, Func<int, string> figureOf)
    {
        File.WriteAllLines(_folder.PathOf("figures"), Enumerable.Range(0, 21).Select(figureOf));
        Git("add eng figures");
        Git($"-c user.name=test -c user.email=test@localhost -c commit.gpgsign=false commit -q -m {tag}");
        Git($"tag {tag}");
    }

    private string Git(string arguments)
    {
        (int exitCode, string output, string error) = Run("git", arguments.Split(' '));
        Assert.True(exitCode == 0, $"git {arguments}: {error}");
        return output;
    }

    private (int ExitCode, string Output, string Error) Run(string program, IReadOnlyList<string> arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private Process Start(string program, IReadOnlyList<string> arguments)
    {
        string path = program.Contains('/', StringComparison.Ordinal) ? _folder.PathOf(program) : program;
        ProcessStartInfo start = new(path, arguments)
        {
            WorkingDirectory = _folder.PathOf(""),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = Directory.CreateDirectory(_folder.PathOf("temporary")).FullName;
        return Process.Start(start)!;
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
