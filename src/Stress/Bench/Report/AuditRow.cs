using Harness;

namespace Stress.Bench.Report;

/// <summary>The audited run that goes with the figures: fast is worth nothing if it is wrong.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Protocol">How its writers meet.</param>
/// <param name="Order">Order of the folios.</param>
/// <param name="Threads">Writers; half as many readers go with them.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Sections">Write sections.</param>
/// <param name="SnapshotsAudited">Snapshots compared with the truth.</param>
/// <param name="AnswersAudited">Answers compared with the truth.</param>
/// <param name="WrongAnswers">Those that were wrong, of a scheme that may err.</param>
/// <param name="Violations">What contradicted the sections logged.</param>
/// <param name="Verdict">What the run concludes.</param>
/// <param name="Reason">Why.</param>
internal sealed record AuditRow(
    string Scheme,
    string Protocol,
    int Order,
    int Threads,
    double Seconds,
    long Sections,
    long SnapshotsAudited,
    long AnswersAudited,
    long WrongAnswers,
    long Violations,
    Verdict Verdict,
    string Reason);
