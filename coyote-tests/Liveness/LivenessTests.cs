using Atomics.Programs;
using CoyoteTests.Exploration;
using CoyoteTests.Reporting;
using Scenarios.Catalogue;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace CoyoteTests.Liveness;

/// <summary>Progress: nobody waits for ever, and somebody who does is named.</summary>
public class LivenessTests(CoyoteReport report)
{
    public static TheoryData<string, string> FairOnEveryProtocol =>
    [
        .. from protocol in Protocols.All
           from strategy in Strategy.All
           where strategy.IsFair
           select (protocol.Name, strategy.Name),
    ];

    /// <summary>
    /// A schedule is complete only if every actor has finished; the retrying readers have no bound of their own.
    /// </summary>
    [Theory]
    [MemberData(nameof(FairOnEveryProtocol))]
    public void Under_fair_schedules_every_writer_and_every_retrying_reader_finishes(string protocol,
        string strategyName)
    {
        ScenarioEntry retry = ScenarioCatalogue.Find("retry");
        ScenarioDeclaration scenario = retry.Create(retry.Defaults with
        {
            Writers = 3,
            Readers = 2,
            Tracker = retry.Defaults.Tracker with { Protocol = protocol },
        });
        ExplorationResult result =
            Explorer.Explore(scenario, Strategy.Find(strategyName), Tier.CorrectSchedules, Seeds.Number(1));
        report.Add(result);
        Assert.Null(result.Violation);
        Assert.Equal(0, result.BoundedSchedules);
        Assert.Equal(Tier.CorrectSchedules, result.Outcomes.Values.Sum());
        Assurance.IsNotVacuous(result);
    }

    [Fact]
    public void A_writer_stuck_behind_an_exclusive_writer_is_reported_as_such() =>
        AssertStuck(new StuckWriterScenario<ExclusiveSeqcount<Unstamped>>());

    [Fact]
    public void A_writer_stuck_behind_a_contender_is_reported_as_such() =>
        AssertStuck(new StuckWriterScenario<AddReturnSeqcount<Unstamped>>());

    [Fact]
    public void A_writer_stuck_behind_the_holder_of_the_bit_of_two_words_is_reported_as_such() =>
        AssertStuck(new StuckWriterScenario<TwoWordSeqcount<Unstamped>>());

    [Fact]
    public void A_patient_writer_stuck_behind_the_holder_of_the_bit_is_reported_as_such() =>
        AssertStuck(new StuckWriterScenario<PatientSeqcount<Unstamped>>());

    private void AssertStuck(ScenarioDeclaration scenario)
    {
        ExplorationResult result = Explorer.Explore(scenario, Strategy.Random, Tier.CorrectSchedules, Seeds.Number(1));
        report.Add(result);
        Assert.StartsWith("writer 1 waits for sequence to change, which nobody will do", result.Violation,
            StringComparison.Ordinal);
        Assert.Contains("Deadlock detected", result.Violation, StringComparison.Ordinal);
        Assert.Contains("Deadlock detected", Explorer.Replay(scenario, result.Trace).Violation,
            StringComparison.Ordinal);
    }
}
