using System.CommandLine;
using Harness;
using Proof;
using Proof.Design;
using Stress.CommandLine;
using Tracker.SubIds;

namespace Stress.Prove;

/// <summary>The verb <c>prove</c>: the arithmetic of sub-IDs, proved or refuted.</summary>
internal static class ProveCommand
{
    private const int MinOrder = 2;
    private const int MaxOrder = 15;

    private static readonly ValueOption<string?> Scheme = new(
        "--scheme",
        Form.Name([.. SubIdScheme.All.Select(scheme => scheme.Name)]).OrNone(),
        null,
        "Scheme to prove; by default every scheme, of which the posted one may be refuted.");

    private static readonly ValueOption<int?> Order = new(
        "--order", Form.Integer(MinOrder, MaxOrder).OrNone(), null, "Folio order to prove; by default every order.");

    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        Command command = new("prove", "Prove or refute that the sub-IDs of a scheme tell exclusive from shared.")
        {
            Scheme,
            Order,
        };
        return Verb.Create(command, ProveReportJson.Default.ProveReport, Prove);
    }

    private static ProveReport Prove(Invocation invocation)
    {
        string? named = invocation.Value(Scheme);
        int? order = invocation.Value(Order);
        ProveControl control = ProveControl.Try();
        ClassRow[] classes = [.. SubIdScheme.All
            .Where(scheme => named is null || scheme.Name == named)
            .SelectMany(scheme => ClassRows.Of(scheme, order))];
        ClassRow[] relied = [.. classes.Where(row => named is not null || row.Scheme != SubIdScheme.RmapIdPosted.Name)];
        ProveReport report = new(invocation.Head())
        {
            Verdict = Conclude(control, relied),
            Control = control,
            Classes = classes,
            Claims = named is null ? PatchClaims.Check() : [],
            Design = named is null ? [.. DesignTable.Rows()] : [],
        };
        new ProvePrinter(invocation.Console).Print(report);
        return report;
    }

    private static Verdict Conclude(ProveControl control, ClassRow[] relied) =>
        relied.Any(row => row.Verdict == ProofVerdict.Refuted) ? Verdict.Violation
        : !control.IsLive || relied.Any(row => row.Verdict == ProofVerdict.Open) ? Verdict.Inconclusive
        : Verdict.Pass;
}
