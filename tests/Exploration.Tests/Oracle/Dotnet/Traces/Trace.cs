using System.Collections.Immutable;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>One run of a thread, for certain values of its reads.</summary>
internal sealed class Trace
{
    private readonly Dictionary<ReadIdentity, Value> _reads = [];
    private readonly Dictionary<Location, List<TraceEvent>> _writes = [];

    public Trace(ImmutableList<TraceEvent> events, ImmutableDictionary<string, RegisterValue> registers, TraceEnd end)
    {
        Events = [.. events];
        Registers = registers;
        End = end;
        Identities = new ReadIdentity[Events.Length];
        Dictionary<(Location Location, int OwnWrites), int> ordinals = [];
        for (int number = 0; number < Events.Length; number++)
        {
            TraceEvent each = Events[number];
            if (each.IsWrite)
            {
                WritesTo(each.Location).Add(each);
            }
            else if (each.IsRead)
            {
                int ownWrites = WritesTo(each.Location).Count;
                int ordinal = ordinals[(each.Location, ownWrites)] =
                    ordinals.GetValueOrDefault((each.Location, ownWrites)) + 1;
                Identities[number] = new ReadIdentity(each.Location, ownWrites, ordinal);
                _reads.Add(Identities[number], each.Value);
            }
        }
    }

    public TraceEvent[] Events { get; }

    public ImmutableDictionary<string, RegisterValue> Registers { get; }

    public TraceEnd End { get; }

    /// <summary>The identity of each event that is a read.</summary>
    public ReadIdentity[] Identities { get; }

    public IEnumerable<ReadIdentity> Reads => _reads.Keys;

    public Value ValueOf(ReadIdentity read) => _reads[read];

    /// <summary>The thread's last write to the word before a read; there must be one.</summary>
    public TraceEvent OwnWriteBefore(ReadIdentity read) => _writes[read.Location][read.OwnWrites - 1];

    /// <summary>Whether a read returns a value in this run, or does not happen.</summary>
    public bool Agrees(ReadIdentity read, Value value) => !_reads.TryGetValue(read, out Value found) || found == value;

    /// <summary>Whether the run performs some writes of one word, in that order.</summary>
    public bool Performs(IReadOnlyList<TraceEvent> writes)
    {
        int performed = 0;
        if (_writes.TryGetValue(writes[0].Location, out List<TraceEvent>? own))
        {
            foreach (TraceEvent each in own)
            {
                TraceEvent next = writes[performed];
                performed += each.Value == next.Value && each.Mode == next.Mode ? 1 : 0;
                if (performed == writes.Count)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private List<TraceEvent> WritesTo(Location location) =>
        _writes.TryGetValue(location, out List<TraceEvent>? writes) ? writes : _writes[location] = [];
}
