namespace CoyoteTests.Reporting;

/// <summary>One exploration in <c>artifacts/coyote.json</c>.</summary>
public sealed record CoyoteReportEntry
{
    /// <summary>The test that explored.</summary>
    public required string Name { get; init; }

    public required string Scenario { get; init; }

    public required string Strategy { get; init; }

    public required uint Seed { get; init; }

    /// <summary>Schedules run; with a violation, the number that it took.</summary>
    public required int Schedules { get; init; }

    public required int DistinctSchedules { get; init; }

    public required int InterleavedSchedules { get; init; }

    public required int WaitingSchedules { get; init; }

    public required int BoundedSchedules { get; init; }

    public required int Classes { get; init; }

    /// <summary>Distinct outcomes.</summary>
    public required int Outcomes { get; init; }

    /// <summary>Whether a violation was found.</summary>
    public required bool Found { get; init; }

    public required double Seconds { get; init; }
}
