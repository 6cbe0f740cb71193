using System.CommandLine;
using System.Text.RegularExpressions;
using Stress.CommandLine;

namespace Stress.Tests.House;

/// <summary>docs/COMMAND-LINE.md says what the parser does.</summary>
public partial class CommandLineDocumentTests
{
    /// <summary>Set to 1, the tables are rewritten from the parser instead of compared with it.</summary>
    private const string RefreshVariable = "STRESS_REFRESH_DOCS";

    private static readonly string Path = Repository.PathOf("docs", "COMMAND-LINE.md");

    public static TheoryData<string> Verbs => [.. Program.Verbs().Select(verb => verb.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void The_options_of_a_verb_are_those_of_its_parser(string verb)
    {
        string document = File.ReadAllText(Path);
        string heading = $"## {verb}\n";
        int section = document.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(section >= 0, $"docs/COMMAND-LINE.md has no section '## {verb}'");

        int start = document.IndexOf("| option |", section, StringComparison.Ordinal);
        int end = start < 0 ? -1 : document.IndexOf("\n\n", start, StringComparison.Ordinal);
        Assert.True(end >= 0, $"docs/COMMAND-LINE.md has no table of options below '## {verb}'");
        string table = Table(Program.Verbs().Single(candidate => candidate.Name == verb));
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1")
        {
            File.WriteAllText(Path, document[..start] + table + document[end..]);
            return;
        }

        Assert.True(
            document[start..end] == table,
            $"the options of '{verb}' changed; refresh docs/COMMAND-LINE.md by running these tests with "
            + $"{RefreshVariable}=1");
    }

    [Fact]
    public void Every_verb_is_documented_once_and_no_other() =>
        Assert.Equal(
            Program.Verbs().Select(verb => verb.Name).Order(),
            VerbHeading().Matches(File.ReadAllText(Path)).Select(match => match.Groups["verb"].Value).Order());

    [Fact]
    public void The_exit_codes_are_those_of_the_enum() =>
        Assert.Equal(
            Enum.GetValues<ExitCode>().Select(code => $"{(int)code} {Words(code)}"),
            ExitCodeRow().Matches(File.ReadAllText(Path))
                .Select(match => $"{match.Groups["code"].Value} {match.Groups["name"].Value}"));

    /// <summary><see cref="ExitCode.InternalError"/> is <c>internal error</c>.</summary>
    private static string Words(ExitCode code) =>
        Capital().Replace(code.ToString(), match => $" {match.Value.ToLowerInvariant()}").TrimStart();

    private static string Table(Command verb) => string.Join('\n',
    [
        "| option | what it does | accepted | default |",
        "|---|---|---|---|",
        .. verb.Options.Concat(verb.Subcommands.SelectMany(each => each.Options)).OfType<IValueOption>()
            .DistinctBy(option => ((Option)option).Name).Select(option =>
            $"| `{((Option)option).Name}` | {option.Summary} | {option.Accepted} | {option.DefaultText} |"),
    ]);

    [GeneratedRegex(@"^\| (?<code>\d+) \| (?<name>[a-z ]+) \|", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex(@"^## (?<verb>[a-z]+)$", RegexOptions.Multiline)]
    private static partial Regex VerbHeading();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
