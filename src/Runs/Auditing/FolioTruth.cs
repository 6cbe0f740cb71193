namespace Runs.Auditing;

/// <summary>
/// The true state of a folio at a sequence number: the sum of all sections numbered up to it. Its values are kept
/// apart, as many as the folio has: most of what an audit writes is this.
/// </summary>
internal struct FolioTruth
{
    /// <summary>In <see cref="SoleMm"/>: no MM, or several, map the folio.</summary>
    public const int NoSoleMm = -1;

    /// <summary>Mappings.</summary>
    public int Mapcount;

    /// <summary>The one MM that maps the folio, or <see cref="NoSoleMm"/>.</summary>
    public int SoleMm;
}
