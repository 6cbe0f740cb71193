using Harness;
using Harness.Teams;
using Runs.Auditing;
using Runs.Judging;
using Runs.Totals;
using Scenarios.Selection;

namespace Runs.Tests.Judging;

/// <summary>A pass is given only if the run could have failed, under each kind of perturbation that it had.</summary>
public class JudgementTests
{
    [Fact]
    public void A_run_that_met_and_audited_under_each_kind_passes() =>
        Assert.Equal(Verdict.Pass, Judge(bareOverlaps: 1, lightOverlaps: 1, Control(1, 1)).Verdict);

    [Fact]
    public void A_kind_in_which_no_reader_met_a_writer_is_no_pass()
    {
        Judgement judgement = Judge(bareOverlaps: 0, lightOverlaps: 100, Control(1, 1));
        Assert.Equal(Verdict.Inconclusive, judgement.Verdict);
        Assert.StartsWith("no reader met a writer on the bare hardware", judgement.Reason, StringComparison.Ordinal);
        Assert.Contains("under perturbation light", Judge(100, 0, Control(1, 1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_met_the_reason_says_what_helps()
    {
        string reason = Judge(bareOverlaps: 0, lightOverlaps: 100, Control(1, 1)).Reason;
        Assert.Contains(Environment.ProcessorCount == 1 ? "--perturb light" : "--time-budget", reason,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(100, 0, true)]
    [InlineData(100, 1, false)]
    public void Nobody_met_if_readers_ran_and_never_while_a_writer_did(long accepted, long overlapped, bool nobodyMet)
    {
        RunTotals totals = new();
        totals.Add(new WorkerCounts { SnapshotsAccepted = accepted, SnapshotsOverlapped = overlapped });
        Assert.Equal(nobodyMet, Judgement.NobodyMet(totals));
    }

    [Fact]
    public void A_kind_in_which_the_canary_was_not_found_is_no_pass()
    {
        Judgement judgement = Judge(bareOverlaps: 1, lightOverlaps: 1, Control(bare: 0, light: 5));
        Assert.Equal(Verdict.Inconclusive, judgement.Verdict);
        Assert.StartsWith(
            "the audit did not find the canary c on this machine on the bare hardware", judgement.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_a_stretch_is_no_pass()
    {
        Judgement judgement = Judgement.OfRun(Schemes.RmapId, new PerturbedTotals(), Control(1, 1), isStuck: false);
        Assert.Equal((Verdict.Inconclusive, "no snapshot was accepted"), (judgement.Verdict, judgement.Reason));
    }

    private static Judgement Judge(long bareOverlaps, long lightOverlaps, ControlReport control)
    {
        PerturbedTotals totals = new();
        totals.Add(Perturbation.Bare.Name, Totals(bareOverlaps));
        totals.Add(Perturbation.Light.Name, Totals(lightOverlaps));
        return Judgement.OfRun(Schemes.RmapId, totals, control, isStuck: false);
    }

    private static RunTotals Totals(long overlaps)
    {
        RunTotals totals = new();
        totals.Add(new WorkerCounts { SnapshotsAccepted = 100, SnapshotsOverlapped = overlaps });
        totals.AddFindings(100, 0, new Misjudgements(), 0, 1);
        return totals;
    }

    private static ControlReport Control(long bare, long light) => new("c", bare + light, 1)
    {
        ByPerturbation = new Dictionary<string, ControlPart>
        {
            [Perturbation.Bare.Name] = new(bare, 1),
            [Perturbation.Light.Name] = new(light, 1),
        },
    };
}
