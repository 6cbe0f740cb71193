using Atomics;
using Runs.Auditing;
using Runs.Tracing.Memory;
using Runs.Worlds;
using Tracker.AddressSpaces;
using Tracker.Folios;

namespace Runs.Tracing.Replay;

/// <summary>
/// Looks for what a pass left behind: every process has ended, so nothing may be mapped, referenced or handed out.
/// </summary>
/// <param name="world">The folios and MMs.</param>
/// <param name="board">Which folios were made.</param>
/// <param name="ids">Counts the rmap IDs handed out.</param>
internal sealed class Leftovers(World world, FolioBoard board, CountedIds ids)
{
    /// <summary>The first thing that is left, or null. Readers may still hold something for a moment.</summary>
    public unsafe Violation? Find()
    {
        for (int index = 0; index < board.Limit; index++)
        {
            FolioState* state = world.Folios[index].State;

            // Acquire: a count of 0 shows all that was done before the last reference was dropped; pairs with
            // [reference-put].
            if (HardwareMemory.ReadAcquire(ref state->References) != 0)
            {
                return Left("no references", $"{state->References} on folio {index}");
            }

            if (state->MapcountMinusOne != -1 || HasValue(state))
            {
                return Left("mapcount 0 and values 0",
                    $"mapcount {state->MapcountMinusOne + 1} and values {Values(state)} of folio {index}");
            }
        }

        for (int index = 0; index < world.Mms.Capacity; index++)
        {
            AddressSpaceState* state = world.Mms[index].State;
            if (HardwareMemory.ReadAcquire(ref state->References) != 0)
            {
                return Left("no MM", $"MM {state->Serial} with {state->References} references");
            }
        }

        return ids.Out == 0 ? null : Left("every rmap ID returned", $"{ids.Out} handed out");
    }

    private static Violation Left(string expected, string observed) => new("leftover", expected, observed, null, null);

    private static unsafe bool HasValue(FolioState* state)
    {
        long any = 0;
        for (int value = 0; value < FolioState.MaxValues; value++)
        {
            any |= state->Values[value];
        }

        return any != 0;
    }

    private static unsafe string Values(FolioState* state) =>
        string.Join(' ', new ReadOnlySpan<long>(state->Values, FolioState.MaxValues).ToArray());
}
