using Atomics.Programs;
using CsCheck;
using Scenarios.Litmus;

namespace Exploration.Tests.Oracle;

/// <summary>A small program, as text for the explorer and as operations for the machine.</summary>
internal sealed record RandomProgram(RandomOperation[][] Threads)
{
    public static Gen<RandomProgram> Of(int threads, int operations) =>
        RandomOperation.Gen.Array[1, operations].Array[threads].Select(each => new RandomProgram(each));

    /// <summary>The program with all of its words observed.</summary>
    public LitmusScenario ToScenario(LitmusAccess access, Func<Outcome, string?>? check = null) => new(
        "random",
        ToString(),
        access,
        [.. Threads.SelectMany(thread => thread).Where(operation => operation.Kind != RandomKind.Fence)
            .Select(operation => $"{operation.Word}").Distinct().Order(StringComparer.Ordinal)],
        check);

    public override string ToString() => string.Join(" ∥ ", Threads.Select(
        thread => string.Join("; ", thread.Select((operation, index) => operation.Text($"r{index}")))));
}
