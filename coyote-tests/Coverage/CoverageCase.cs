using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace CoyoteTests.Coverage;

/// <summary>
/// A seqcount scenario whose number of executions is known from elsewhere (GenMC 0.11, sequential consistency).
/// </summary>
/// <param name="Protocol">Protocol.</param>
/// <param name="Writers">Writers, one section each.</param>
/// <param name="Readers">Readers, one try each.</param>
/// <param name="Executions">Execution classes in all.</param>
internal sealed record CoverageCase(string Protocol, int Writers, int Readers, int Executions)
{
    public static IReadOnlyList<CoverageCase> All { get; } =
    [
        new(Protocols.Shared, 1, 1, 11),
        new(Protocols.Shared, 1, 2, 121),
        new(Protocols.Shared, 2, 1, 618),
        new(Protocols.Exclusive, 1, 1, 11),
        new(Protocols.Exclusive, 2, 1, 412),
    ];

    public string Name => $"{Protocol} {Writers}W {Readers}R";

    public ScenarioDeclaration Create() => ScenarioCatalogue.Find("seqcount").Create(ScenarioOptions.Default with
    {
        Writers = Writers,
        Readers = Readers,
        Tracker = new TrackerSelection(Protocol, IsStamped: false),
    });
}
