using CsCheck;

namespace Exploration.Tests.Oracle;

/// <summary>A small program, as text for the explorer and as operations for the machine.</summary>
internal sealed record RandomProgram(RandomOperation[][] Threads)
{
    public static Gen<RandomProgram> Of(int threads, int operations) =>
        RandomOperation.Gen.Array[1, operations].Array[threads].Select(each => new RandomProgram(each));

    public override string ToString() => string.Join(" ∥ ", Threads.Select(
        thread => string.Join("; ", thread.Select((operation, index) => operation.Text($"r{index}")))));
}
