using Tracker.Folios;

namespace Runs.Recording;

/// <content>Splits.</content>
public sealed unsafe partial class Recorder<TTracking>
{
    /// <summary>Splits a folio that nobody maps and on which the caller holds the only reference.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="order">2 to one less than its order.</param>
    /// <param name="parts">
    /// Receives the parts, each with one reference, the folio itself first: 1 or more, a few, and at most as many as
    /// the folio has room for.
    /// </param>
    /// <returns>False if somebody else holds a reference, on a defect, or if the arena has too few folios.</returns>
    public bool TrySplit(Folio folio, int order, Span<Folio> parts)
    {
        MeetIfRoundIsOver();
        AwaitNumbers(_incarnations, parts.Length);
        int before = (int)folio.Incarnation;
        Span<long> lives = stackalloc long[parts.Length];
        for (int part = 0; _isAudited && part < parts.Length; part++)
        {
            lives[part] = _incarnations.Take();
        }

        bool isSplit = _world.Folios.TrySplit(folio, order, lives, parts, out FolioDefect defect);
        for (int part = 0; _isAudited && part < parts.Length; part++)
        {
            if (isSplit)
            {
                // Others may look at the first part by now; its life is looked up between rounds only.
                _world.Audit!.Ledger.Begin((int)lives[part], parts[part], number: 0, mm: 0, mappings: 0);
            }
            else
            {
                _incarnations.Put((int)lives[part]);
            }
        }

        return Concluded(isSplit, defect, before);
    }

    /// <summary>
    /// Splits a folio that nobody maps and on which the caller holds the only reference into pages, which ends its
    /// life.
    /// </summary>
    /// <returns>False if somebody else holds a reference, or on a defect.</returns>
    public bool TrySplitToPages(Folio folio)
    {
        MeetIfRoundIsOver();
        int before = (int)folio.Incarnation;
        bool isSplit = _world.Folios.TrySplitToPages(folio, out FolioDefect defect);
        return Concluded(isSplit, defect, before);
    }

    private bool Concluded(bool isSplit, FolioDefect defect, int before)
    {
        if (isSplit)
        {
            Counts.Splits++;
            if (_isAudited)
            {
                _log.AddDeadIncarnation(before);
            }
        }
        else if (defect != FolioDefect.None)
        {
            Report("split", defect, before);
        }

        return isSplit;
    }
}
