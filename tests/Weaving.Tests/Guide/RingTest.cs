using Weaving;

namespace WeavingTests.Guide;

public class RingTest                      // one fresh instance for each execution: the shared state
{
    private readonly Ring _ring = new();

    [Actor] public void Produce() => _ring.TryEnqueue(7);
    [Actor] public int Consume() => _ring.TryDequeue(out int item) ? item : -1;

    [Invariant] public static bool Holds(int consume) => consume is -1 or 7;
}
