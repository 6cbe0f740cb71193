using System.CommandLine;
using System.Text.Json.Nodes;
using Stress.CommandLine;

namespace Stress.Tests.CommandLine;

/// <summary>What a command line left behind, run inside this process.</summary>
internal sealed record Invoked(ExitCode ExitCode, string Output, string Error)
{
    /// <summary>Runs the real verbs, as in <c>Invoked.Stress("list", "--json", "-")</c>.</summary>
    public static Invoked Stress(params string[] args) => With(Program.Verbs(), args);

    /// <summary>Runs other verbs.</summary>
    public static Invoked With(IReadOnlyList<Command> verbs, params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = CommandHost.Invoke(verbs, args, output, error);
        return new Invoked((ExitCode)code, output.ToString(), error.ToString());
    }

    /// <summary>Standard output as one JSON object.</summary>
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    /// <summary>Asserts a refusal: exit 64, nothing on standard output, one line that holds every given word.</summary>
    public void AssertRefused(params string[] words)
    {
        Assert.Equal(ExitCode.Usage, ExitCode);
        Assert.Empty(Output);
        string line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}
