using System.CommandLine;
using Scenarios.Litmus;
using Stress.CommandLine;

namespace Stress.Litmus;

/// <summary>The options of <c>litmus</c>.</summary>
internal static class LitmusOptions
{
    /// <summary>Tests to run.</summary>
    public static readonly ValueOption<IReadOnlyList<string>> Test = new(
        "--test",
        Form.ListOf(Form.Name(LitmusTests.Names)) with
        {
            Accepted =
            "a name of list, or several with commas; NAME-volatile has volatile accesses"
        },
        LitmusTests.PlainNames,
        "Litmus tests to run.",
        defaultText: "each with plain accesses");

    /// <summary>When to end.</summary>
    public static readonly ValueOption<TimeSpan> TimeBudget = new(
        "--time-budget", Duration.Form, TimeSpan.FromSeconds(30),
        "Time on real threads, shared by the control and all tests; computing the grades comes on top.");

    /// <summary>Which processors the threads run on.</summary>
    public static readonly ValueOption<AffinityChoice> Affinity = new(
        "--affinity", AffinityChoice.Form, AffinityChoice.None,
        "Processors to pin the threads to, assigned round-robin.");

    /// <summary>All of them, in the order of the help text.</summary>
    public static IReadOnlyList<Option> All { get; } = [Test, TimeBudget, Affinity];
}
