using System.Runtime.CompilerServices;
using Tracker.Folios;

namespace Tracker.Reading;

/// <summary>The rmap values of a snapshot; those past the folio's number of values are not set.</summary>
[InlineArray(FolioState.MaxValues)]
public struct RmapValues
{
    private long _first;
}
