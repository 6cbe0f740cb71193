using Atomics;
using Tracker.Seqcount;

namespace Tracker.Folios;

/// <summary>The first contents of a folio's words.</summary>
public static unsafe class FolioPreparation
{
    /// <summary>
    /// Writes them, plainly: nobody else can see the folio yet, and publishing it makes them visible.
    /// </summary>
    /// <param name="folio">The folio.</param>
    /// <param name="shape">Its order and values.</param>
    /// <param name="incarnation">Number of the life that begins.</param>
    /// <param name="layout">How the words of its sequence lie.</param>
    /// <param name="idleWord">The seqcount's first word, without a writer.</param>
    public static void Prepare<TMemory>(
        Folio folio, FolioShape shape, long incarnation, SequenceLayout layout, long idleWord)
        where TMemory : struct, IMemory
    {
        FolioState* state = folio.State;
        TMemory.WritePlain(ref state->Shape, shape.Word); // [prepare] published by [publish]
        TMemory.WritePlain(ref state->Incarnation, incarnation); // [prepare]
        FolioSequence.Prepare<TMemory>(folio, layout, idleWord);
        TMemory.WritePlain(ref state->MapcountMinusOne, -1); // [prepare]
        for (int value = 0; value < shape.ValueCount; value++)
        {
            TMemory.WritePlain(ref state->Values[value], 0); // [prepare]
        }
    }
}
