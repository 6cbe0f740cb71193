using System.Runtime.InteropServices;
using Tracker.Reading;

namespace Runs.Auditing;

/// <summary>
/// The true state of a folio at a sequence number: the sum of all sections numbered up to it. One line.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct FolioTruth
{
    /// <summary>In <see cref="SoleMm"/>: no MM, or several, map the folio.</summary>
    public const int NoSoleMm = -1;

    /// <summary>Mappings.</summary>
    public int Mapcount;

    /// <summary>The one MM that maps the folio, or <see cref="NoSoleMm"/>.</summary>
    public int SoleMm;

    /// <summary>The values, modulo 2^64.</summary>
    public RmapValues Values;
}
