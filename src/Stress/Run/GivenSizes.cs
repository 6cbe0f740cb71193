using Stress.CommandLine;

namespace Stress.Run;

/// <summary>
/// Whether a workload takes the sizes that were given for it: one that has its own would run, and be reported, in
/// another size than was asked for.
/// </summary>
internal static class GivenSizes
{
    /// <summary>Refuses a size that the workload does not take.</summary>
    /// <returns>The workload.</returns>
    /// <exception cref="UsageException">One was given.</exception>
    public static PlannedWorkload Check(Invocation invocation, PlannedWorkload planned)
    {
        (ValueOption<int?> Option, int InForce)[] sizes =
        [
            (RunOptions.Folios, planned.Shape.Folios),
            (RunOptions.Mms, planned.Shape.Mms),
            (RunOptions.Writers, planned.Shape.Writers),
            (RunOptions.Readers, planned.Shape.Readers),
        ];
        foreach ((ValueOption<int?> option, int inForce) in sizes)
        {
            bool isOfTrace = planned.Trace is not null && (option == RunOptions.Folios || option == RunOptions.Mms);
            if (invocation.Value(option) is int given && (isOfTrace || given != inForce))
            {
                throw new UsageException(option.Name, $"{given}", isOfTrace
                    ? "nothing with a trace, which has its own"
                    : $"{inForce} with workload {planned.Name} and the other options");
            }
        }

        return planned;
    }
}
