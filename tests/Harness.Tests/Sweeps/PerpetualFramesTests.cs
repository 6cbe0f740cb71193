using Atomics.Programs;
using CsCheck;
using Harness.Sweeps;
using Scenarios.Litmus;

namespace Harness.Tests.Sweeps;

/// <summary>Outcomes of perpetual programs, decided afterwards, against every pair of iterations tried one by
/// one.</summary>
public class PerpetualFramesTests
{
    private const int Iterations = 12;
    private static readonly IReadOnlyList<bool>[] s_storeBuffering = [[true], [true]];

    /// <summary>Register 1 of either thread reads the thread's own word.</summary>
    private static readonly IReadOnlyList<bool>[] s_withOwnReads = [[true, false], [false, true]];

    /// <summary>Neither thread interleaved with the other: a frame in which both loads saw nothing must not be
    /// found.</summary>
    [Fact]
    public void No_interleaving_shows_store_buffering() => Gen.Int.Sample(seed =>
    {
        int[][] seen = SyntheticTraces.StoreBuffering(new Random(seed), Iterations, bufferedStores: 0);
        return Count(seen)[0] == 0 && IterationsThatShowIt(seen) == 0;
    });

    [Fact]
    public void Each_iteration_that_shows_store_buffering_is_counted_and_no_other() => Gen
        .Select(Gen.Int, Gen.Int[1, 4]).Sample((seed, stores) =>
        {
            int[][] seen = SyntheticTraces.StoreBuffering(new Random(seed), Iterations, stores);
            return Count(seen)[0] == IterationsThatShowIt(seen);
        });

    [Fact]
    public void With_store_buffers_it_is_seen()
    {
        int[][] seen = SyntheticTraces.StoreBuffering(new Random(1), 1000, bufferedStores: 2);
        Assert.InRange(Count(seen)[0], 1, 1000);
    }

    /// <summary>Values as no machine would show them: each pair of iterations has the outcome that its definition
    /// says.</summary>
    [Fact]
    public void A_frame_has_an_outcome_if_each_load_saw_a_store_of_it_or_an_older_one() => Gen
        .Select(Values(2), Values(2), Gen.Int[0, Iterations - 1], Gen.Int[0, Iterations - 1])
        .Sample((first, second, m, n) =>
        {
            PerpetualFrames frames = new(shift: 2, s_withOwnReads);
            int?[] expected =
            [
                ValueIn(n, first[2 * m]), ValueIn(m, first[(2 * m) + 1]),
                ValueIn(n, second[2 * n]), ValueIn(m, second[(2 * n) + 1]),
            ];
            int outcome = frames.OutcomeOf([first, second], m, n);
            return expected.Contains(null)
                ? outcome == -1
                : expected.Select(value => value!.Value)
                    .SequenceEqual(Enumerable.Range(0, 4).Select(each => frames.ValueOf(outcome, each)));
        });

    [Fact]
    public void A_thread_behind_the_other_shows_one_frame()
    {
        using PerpetualProgram program = Program("iwp2-3-a-amd4-sb");
        int[][] seen = [new int[Iterations], new int[Iterations]];
        program.Actors[0].Body(Iterations, seen[0]);
        program.Actors[1].Body(Iterations, seen[1]);

        // The last iteration of the first thread and the first one of the second: 0 and 1.
        Assert.Equal([0, 1, 0, 0], Count(seen));
    }

    [Fact]
    public void The_tests_of_two_threads_without_final_values_have_a_perpetual_form()
    {
        string[] names =
        [
            .. LitmusCatalogue.Tests
                .Where(test => test.ToScenario(LitmusAccess.Plain).CreatePerpetual() is { } program
                    && Disposed(program))
                .Select(test => test.Name),
        ];
        Assert.Equal(
            [
                "iwp2-1-amd1-mp", "iwp2-2-amd2-lb", "iwp2-3-a-amd4-sb", "iwp2-4-amd9-sb-rfi-pos", "iwp2-8-a-sb-locked",
                "iwp2-8-b-mp-locked", "amd3-sb-coi-pos", "amd5-sb-fences", "amd10-sb-fences-rfi", "n8-one-locked-sb",
                "sb-1fence", "corr",
            ],
            names);
    }

    private static bool Disposed(PerpetualProgram program)
    {
        program.Dispose();
        return true;
    }

    private static Gen<int[]> Values(int registers) =>
        Gen.Int[0, (Iterations << 2) - 1].Array[Iterations * registers]
            .Select(values => values.Select(each => each % 4 == 0 ? 0 : each).ToArray());

    /// <summary>The value that a load shows in a frame, null if it saw a store behind the frame.</summary>
    private static int? ValueIn(int iteration, int value)
    {
        int[] stores = [(iteration * 4) + 1, (iteration * 4) + 2, (iteration * 4) + 3];
        return stores.Contains(value) ? value - (iteration * 4) : stores.All(store => value < store) ? 0 : null;
    }

    private static long[] Count(int[][] seen)
    {
        PerpetualFrames frames = new(SyntheticTraces.Shift, s_storeBuffering);
        long[] counts = new long[frames.Outcomes];
        frames.Count(seen, seen[0].Length, counts);
        return counts;
    }

    /// <summary>Iterations of the first thread for which some iteration of the second exists so that neither saw the
    /// other.</summary>
    private static int IterationsThatShowIt(int[][] seen) => Enumerable.Range(0, seen[0].Length).Count(
        first => Enumerable.Range(0, seen[1].Length).Any(
            second => seen[0][first] < (second << 1) + 1 && seen[1][second] < (first << 1) + 1));

    private static PerpetualProgram Program(string name) =>
        LitmusCatalogue.Tests.Single(test => test.Name == name).ToScenario(LitmusAccess.Plain).CreatePerpetual()!;
}
