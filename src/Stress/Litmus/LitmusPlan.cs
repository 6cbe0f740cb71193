using Harness.Processors;
using Stress.CommandLine;

namespace Stress.Litmus;

/// <summary>What is asked for.</summary>
/// <param name="Tests">Names of tests, each once.</param>
/// <param name="Budget">Time of the threads, which the control and all tests share.</param>
/// <param name="Affinity">Where the threads run.</param>
/// <param name="CommandText">The command that asks for the same again.</param>
internal sealed record LitmusPlan(IReadOnlyList<string> Tests, TimeSpan Budget, Affinity Affinity, string CommandText)
{
    /// <summary>The test of the control: every machine shows its reordering.</summary>
    public const string Control = "iwp2-3-a-amd4-sb";

    private static readonly TimeSpan LongestControl = TimeSpan.FromSeconds(1);

    /// <summary>Time of the control, a part of the budget.</summary>
    public TimeSpan ControlBudget { get; } = Budget < 2 * LongestControl ? Budget / 2 : LongestControl;

    /// <summary>Time of each test.</summary>
    public TimeSpan BudgetOfTest => (Budget - ControlBudget) / Tests.Count;

    /// <summary>Reads the options of the verb.</summary>
    /// <exception cref="UsageException">Threads cannot be pinned as asked.</exception>
    public static LitmusPlan Of(Invocation invocation) => new(
        invocation.Value(LitmusOptions.Test),
        invocation.Value(LitmusOptions.TimeBudget),
        invocation.Value(LitmusOptions.Affinity).Resolve(),
        string.Join(' ', ["stress litmus",
            .. LitmusOptions.All.Where(invocation.IsGiven).Select(invocation.Describe)]));
}
