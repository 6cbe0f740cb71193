using System.Runtime.CompilerServices;
using Atomics;
using Atomics.Programs;

namespace Exploration.Tests.Counterexamples;

/// <summary>
/// A reader that polls a flag a few times and throws once it is set. Each operation stands on a line of its own, in
/// methods that an optimizing compiler inlines.
/// </summary>
internal sealed unsafe class SiteScenario : Scenario
{
    public override string Name => "sites";

    public override string Description => "The reader throws when it sees the flag in its second turn.";

    /// <summary>The memories that instances were made for.</summary>
    public List<Type> Memories { get; } = [];

    public override ScenarioInstance Create<TMemory>()
    {
        Memories.Add(typeof(TMemory));
        SharedWords words = new();
        Cell<TMemory> cell = new(words.Word64("flag"), words.Word32("data"), words.Word32("turns", 2));
        SharedLocation[] locations =
            [.. words.Locations.Select(word => word with { IsConstant = word.Name == "turns" })];
        Actor writer = new("writer", [], _ => cell.Set(7));
        Actor reader = new("reader", [], _ => cell.Poll());
        return new ScenarioInstance([writer, reader], locations, [], _ => null, words);
    }

    private readonly struct Cell<TMemory>(long* flag, int* data, int* turns)
        where TMemory : struct, IMemory
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Set(int value)
        {
            TMemory.WritePlain(ref *data, value);
            TMemory.FullBarrier();
            Raise();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Poll()
        {
            for (int turn = 0; turn < TMemory.ReadPlain(ref *turns); turn++)
            {
                if (IsSet() && turn > 0)
                {
                    TMemory.ReadBarrier();
                    throw new InvalidOperationException($"saw {Data()}");
                }

                TMemory.Pause();
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Raise() =>
            TMemory.Exchange(ref *flag, 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private bool IsSet() => Flag() != 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private long Flag() =>
            TMemory.ReadAcquire(ref *flag);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private int Data()
        {
            return TMemory.ReadPlain(ref *data);
        }
    }
}
