namespace Runs.Auditing;

/// <summary>
/// Wrong answers that a scheme may give: counted, where a scheme that promises more would have a violation.
/// </summary>
public sealed class Misjudgements
{
    /// <summary>"Shared" though one MM had the folio for itself.</summary>
    public long FalseShared { get; set; }

    /// <summary>"Exclusive" though several MMs mapped the folio.</summary>
    public long FalseExclusive { get; set; }

    /// <summary>"May reuse" though several MMs mapped the folio.</summary>
    public long WrongReuses { get; set; }

    /// <summary>Guesses during which a section began or ended: nobody can say which state they were about.</summary>
    public long Unjudged { get; set; }

    /// <summary>Adds others.</summary>
    public void Add(Misjudgements other)
    {
        FalseShared += other.FalseShared;
        FalseExclusive += other.FalseExclusive;
        WrongReuses += other.WrongReuses;
        Unjudged += other.Unjudged;
    }
}
