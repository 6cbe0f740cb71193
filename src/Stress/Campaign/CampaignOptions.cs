using System.CommandLine;
using Campaigns.Engines;
using Campaigns.Work;
using Stress.CommandLine;

namespace Stress.Campaign;

/// <summary>The arguments and options of the verb <c>campaign</c>.</summary>
internal static class CampaignOptions
{
    /// <summary>The file of the plan.</summary>
    public static readonly Argument<string> PlanPath = PathOf("plan", "The file of the plan.");

    /// <summary>The folder with the records.</summary>
    public static readonly Argument<string> Folder = PathOf("folder", "The folder with the records.");

    /// <summary>What to divide, behind the options.</summary>
    public static readonly Argument<string[]> Words = new("command")
    {
        Description = "Behind --, what to do: run, explore, coyote or tests, with options.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>How many cells a command becomes.</summary>
    public static readonly ValueOption<int> Cells = new(
        "--cells", Form.Integer(1, Shard.MaxCount), 16, "Cells for each command, and for each model of a search.");

    /// <summary>How much of a search a cell does.</summary>
    public static readonly ValueOption<long> Slice = new(
        "--slice", Form.LongInteger(1, Form.MaxExactJsonInteger), 20_000_000,
        "Executions of a search that a cell visits before it leaves the rest to the next round.");

    /// <summary>The scheduler whose files are wanted.</summary>
    public static readonly ValueOption<string?> Engine = new(
        "--for", Form.Name(EngineFiles.Names).OrNone(), null, "Write what this scheduler wants, too.");

    /// <summary>The records that the next round follows from.</summary>
    public static readonly ValueOption<string?> Next = new(
        "--next", Form.Path("the folder with the records").OrNone(), null,
        "Plan what the records have left over, into the same plan.");

    /// <summary>The file with the commands to divide.</summary>
    public static readonly ValueOption<string?> Commands = new(
        "--commands", Form.Path("a file with a command on each line").OrNone(), null, "Plan all of these commands.");

    /// <summary>Which worker this is.</summary>
    public static readonly ValueOption<string?> ShardText = new(
        "--shard", Form.Text(Shard.Accepted).OrNone(), null,
        "Which worker this is; without it, what the scheduler's variables say.");

    /// <summary>Where records go.</summary>
    public static readonly ValueOption<string> Out = new(
        "--out", Form.Path("a folder"), "records", "Where records go; one folder for all workers of a plan.");

    private static Argument<string> PathOf(string name, string description)
    {
        Argument<string> argument = new(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }, ..])
            {
                result.AddError(UsageException.Refusal(name, "", "a path"));
            }
        });
        return argument;
    }
}
