using System.Globalization;
using Runs.Workloads;
using Stress.CommandLine;
using Tracker.AddressSpaces;
using Tracker.Folios;

namespace Stress.Run;

/// <summary>
/// Whether a workload of a given size fits: each option alone may be in its range, and their product still be more than
/// an array or the machine can hold.
/// </summary>
internal static class MemoryNeed
{
    /// <summary>
    /// Beside each folio and MM: its place in the arena's stack, its pins or number, its board, its record of the
    /// audit.
    /// </summary>
    private const int BesideBytes = 512;

    /// <summary>Refuses a workload that does not fit.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="shape">How large it is.</param>
    /// <param name="maxId">The highest rmap ID of the scheme.</param>
    /// <param name="availableBytes">Memory that the process may use.</param>
    /// <exception cref="UsageException">It does not fit.</exception>
    public static void Check(Workload workload, WorkloadShape shape, int maxId, long availableBytes)
    {
        if (shape.Mms > maxId)
        {
            throw new UsageException(RunOptions.Mms.Name, $"{shape.Mms}",
                $"an integer up to {maxId}, the highest rmap ID of the scheme");
        }

        long entries = workload.TableEntries(shape);
        long bytes = (shape.Writers * entries * sizeof(int))
            + (workload.FolioCapacity(shape) * (long)(FolioState.SizeBytes + BesideBytes))
            + (workload.MmCapacity(shape) * (long)(AddressSpaceState.SizeBytes + BesideBytes));
        if (entries > Array.MaxLength || bytes > availableBytes)
        {
            throw new UsageException(
                RunOptions.Folios.Name,
                $"{shape.Folios}",
                $"with {RunOptions.Mms.Name} {shape.Mms}, fewer of either: {workload.Name} would need {InGiB(bytes)} "
                + $"GiB of {InGiB(availableBytes)} GiB, "
                + $"and {entries} table entries for each writer, of {Array.MaxLength} at most");
        }
    }

    private static string InGiB(long bytes) =>
        (bytes / (double)(1 << 30)).ToString("0.0", CultureInfo.InvariantCulture);
}
