using Exploration.Tests.Oracle.Dotnet.Graphs;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>
/// Which sets of reads justify a write: given what they return, the thread performs it in every run, whatever its other
/// reads return.
/// </summary>
/// <remarks>
/// A run performs "the same" write if it performs those writes of the thread to the word that are known to come before,
/// and then an equal one. An equal one anywhere is not enough: a thread that writes 1, then 2, then 1 again if a read
/// returns 1, performs the last write because of that read, although every run of it writes 1 at some time.
/// </remarks>
internal sealed class Justifications(Combination combination, OracleOptions options)
{
    private readonly Dictionary<(int Write, ulong Reads, ulong Before), bool> _known = [];
    private readonly Trace[][] _runs = Runs(combination, options);

    /// <summary>Whether some reads justify a write.</summary>
    /// <param name="write">The write.</param>
    /// <param name="reads">The reads, by number in the graph.</param>
    /// <param name="before">The writes of its thread to its word that are known to come before it.</param>
    public bool Contain(int write, ulong reads, ulong before)
    {
        if (options.HasFlag(OracleOptions.AnyOccurrence))
        {
            before = 0;
        }

        if (!_known.TryGetValue((write, reads, before), out bool justified))
        {
            justified = Decide(write, reads, before);
            _known.Add((write, reads, before), justified);
        }

        return justified;
    }

    private bool Decide(int write, ulong reads, ulong before)
    {
        int thread = combination.Nodes[write].Thread;
        Trace own = combination.Traces[thread];
        (ReadIdentity, Value)[] fixedReads = [.. Bits.Of(reads).Select(
            read => (own.Identities[combination.Nodes[read].Index], combination[read].Value))];
        TraceEvent[] writes = [.. Bits.Of(before).Append(write).Select(number => combination[number])];
        return _runs[thread].All(run =>
            fixedReads.Any(read => !run.Agrees(read.Item1, read.Item2)) || run.Performs(writes));
    }

    /// <summary>By thread, the runs that a write is held against.</summary>
    private static Trace[][] Runs(Combination combination, OracleOptions options)
    {
        GraphValues values = new(combination);
        ProgramTraces program = combination.Program;
        return options.HasFlag(OracleOptions.CompiledCode)
            ? Where(program.Compiled, (thread, run, read) => values.HasForCode(thread, run, read))
            : options.HasFlag(OracleOptions.GraphValues)
                ? Where(program.Any, (_, run, read) => values.Has(read.Location, run.ValueOf(read)))
                : program.Any;
    }

    private static Trace[][] Where(Trace[][] runs, Func<int, Trace, ReadIdentity, bool> canRead) =>
        [.. runs.Select((ofThread, thread) =>
            ofThread.Where(run => run.Reads.All(read => canRead(thread, run, read))).ToArray())];
}
