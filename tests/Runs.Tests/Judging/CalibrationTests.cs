using Harness;
using Harness.Teams;
using Runs.Judging;

namespace Runs.Tests.Judging;

/// <summary>What a pass says of its own power.</summary>
public class CalibrationTests
{
    [Fact]
    public void A_canary_is_caught_by_the_kind_that_shows_it_first()
    {
        Calibration calibration = new(
        [
            new CalibrationEntry("a", "bare", Found: true, 0.5, 1),
            new CalibrationEntry("a", "light", Found: true, 0.2, 1),
            new CalibrationEntry("b", "bare", Found: false, 2, 1),
            new CalibrationEntry("b", "light", Found: true, 1.25, 1),
            new CalibrationEntry("c", "bare", Found: false, 2, 0),
        ]);
        Assert.Equal((3, 2, 1.25), (calibration.Canaries, calibration.Caught, calibration.SlowestSeconds));
        Assert.Equal("caught 2 of 3 canaries, the slowest after 1.25 s", calibration.ToString());
    }

    [Fact]
    public void Where_nothing_was_caught_nothing_was_slow() => Assert.Equal(
        "caught 0 of 1 canaries", new Calibration([new CalibrationEntry("a", "bare", Found: false, 2, 0)]).ToString());

    [Fact]
    public void A_pass_carries_it_and_no_other_verdict_does()
    {
        Calibration calibration = new([new CalibrationEntry("a", "bare", Found: true, 0.5, 1)]);
        Assert.Equal(
            "all is well; caught 1 of 1 canaries, the slowest after 0.50 s",
            new Judgement(Verdict.Pass, "all is well").Stating(calibration).Reason);
        Assert.Equal("it is not", new Judgement(Verdict.Violation, "it is not").Stating(calibration).Reason);
        Assert.Equal("all is well", new Judgement(Verdict.Pass, "all is well").Stating(null).Reason);
    }

    [Fact]
    public void Without_time_for_more_the_brief_form_is_the_control()
    {
        Perturbation[] kinds = [Perturbation.Bare, Perturbation.Light];
        ControlReport control = new("c", 7, 1)
        {
            ByPerturbation = kinds.ToDictionary(kind => kind.Name, _ => new ControlPart(7, 0.5)),
        };
        Calibration calibration = Calibration.Brief(1, kinds, control, TimeSpan.FromSeconds(1), CancellationToken.None);
        Assert.Equal(
            [("c", "bare", true), ("c", "light", true)],
            calibration.Entries.Select(entry => (entry.Canary, entry.Perturbation, entry.Found)));
    }

    [Fact]
    public void The_brief_form_tries_a_canary_of_each_part_of_the_tracker_once()
    {
        ControlReport control = new("reader-no-recheck", 1, 0.1)
        {
            ByPerturbation = new Dictionary<string, ControlPart> { [Perturbation.Light.Name] = new(1, 0.1) },
        };
        Calibration calibration = Calibration.Brief(
            1, [Perturbation.Light], control, TimeSpan.FromHours(1), CancellationToken.None);
        string[] tried = [.. calibration.Entries.Select(entry => entry.Canary)];
        Assert.Equal(tried.Distinct(), tried);
        Assert.Equal("reader-no-recheck", tried[0]);

        // On a machine that does something else, the time may be up before all of them had their turn.
        Assert.InRange(tried.Length, 2, Calibration.Visible.Select(canary => canary.Replaces).Distinct().Count());
    }
}
