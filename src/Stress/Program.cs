using System.CommandLine;
using Stress.Bench;
using Stress.Campaign;
using Stress.CommandLine;
using Stress.Explore;
using Stress.List;
using Stress.Litmus;
using Stress.Prove;
using Stress.Run;

namespace Stress;

internal static class Program
{
    /// <summary>The verb of a bare <c>stress</c>.</summary>
    internal const string DefaultVerb = "run";

    /// <summary>Every verb, one line each, in the order of the help text.</summary>
    internal static IReadOnlyList<Command> Verbs() =>
    [
        RunCommand.Create(),
        LitmusCommand.Create(),
        ExploreCommand.Create(),
        ProveCommand.Create(),
        BenchCommand.Create(),
        CampaignCommand.Create(),
        ListCommand.Create(),
    ];

    private static int Main(string[] args)
    {
        CommandHost.GuardThreads();
        Console.SetOut(new TerminalWriter(Console.Out));
        Console.SetError(new TerminalWriter(Console.Error));
        return CommandHost.Invoke(Verbs(), args, Console.Out, Console.Error);
    }
}
