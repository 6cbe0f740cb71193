using System.Runtime.CompilerServices;
using Atomics;
using Atomics.Programs;
using Tracker.Seqcount;

namespace CoyoteTests.Liveness;

/// <summary>
/// A defect of progress: an exclusive writer begins its section and never ends it. A second writer may come before it
/// and finish, but once behind it, it waits for ever.
/// </summary>
internal sealed unsafe class StuckWriterScenario<TSeqcount> : Scenario
    where TSeqcount : struct, ISeqcount
{
    public override string Name => "stuck-writer";

    public override string Description => "An exclusive writer never leaves, and another writer waits for it.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        nint sequence = (nint)words.Word64("words");
        Actor[] actors =
        [
            new("writer 0", [], _ => TSeqcount.WriteBegin<TMemory>(ref *(long*)sequence)),
            new("writer 1", [], _ => Section<TMemory>(sequence)),
        ];
        return new ScenarioInstance(actors, [WaitedFor(sequence)], [], _ => null, words);
    }

    // The word that a shared writer waits for.
    private static SharedLocation WaitedFor(nint sequence) => TSeqcount.Format.Layout == SequenceLayout.OneWord
        ? new("sequence", sequence, sizeof(long))
        : new("sequence", (nint)Unsafe.AsPointer(ref SequenceHalves.Upper(ref *(long*)sequence)), sizeof(int));

    private static void Section<TMemory>(nint sequence) where TMemory : struct, IMemory
    {
        bool alone = TSeqcount.WriteBegin<TMemory>(ref *(long*)sequence);
        TSeqcount.WriteEnd<TMemory>(ref *(long*)sequence, alone);
    }
}
