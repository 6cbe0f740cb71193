using Scenarios.Selection;

namespace Stress.Bench.Cases;

/// <summary>Every scheme that is measured, the tracker's own first.</summary>
internal static class BenchSchemes
{
    /// <summary>
    /// The posted scheme costs what the compact one costs, and is refuted; what values of 32 bits cost on a machine of
    /// 64 bits says nothing: there is no choice to be made about either.
    /// </summary>
    private static readonly string[] NoChoice = ["rmap-id-posted", "rmap-id-32"];

    /// <summary>Measured with one protocol: the others differ as they do for <c>rmap-id</c>.</summary>
    private const string OneProtocol = "spread-bits";

    /// <summary>The schemes in the order of the tables.</summary>
    public static IReadOnlyList<BenchScheme> All { get; } =
    [
        .. from scheme in Scenarios.Selection.Schemes.All
           where !NoChoice.Contains(scheme.Name)
           from protocol in scheme.Name == OneProtocol ? [Protocols.Exclusive] : scheme.Protocols
           select new BenchScheme(scheme, protocol),
    ];

    /// <summary>Their names, each once.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(scheme => scheme.Name).Distinct()];

    /// <summary>A scheme by name and protocol.</summary>
    public static BenchScheme Get(string name, string protocol) =>
        All.Single(scheme => scheme.Name == name && scheme.Protocol == protocol);
}
