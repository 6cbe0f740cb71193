using System.Runtime.CompilerServices;
using Atomics.Programs;

namespace CoyoteTests.Memory;

/// <summary>
/// What the actors of one schedule did, folded into hashes while it happens: the order of accesses (the schedule) and
/// the execution class, which is reads-from and the modification order of each location.
/// </summary>
/// <remarks>
/// Only one controlled thread runs at a time and Coyote hands over under a lock, so nothing here is synchronized. A
/// class is a hash over each actor's accesses in program order: for a read the write that it reads from, for a write
/// its place in the modification order. Which location was accessed follows from the program and the values read. Reads
/// of a turn that ended with <c>Pause</c> are left out: a wait is the turn that let it end. Hashes have 64 bits: with a
/// million schedules, two distinct ones are taken for one with a probability of 3 in 10^8.
/// </remarks>
internal sealed unsafe class Interleaving
{
    private const int MaxLocations = 128;
    private const ulong Start = 0xcbf29ce484222325;
    private const ulong Prime = 0x9e3779b97f4a7c15;

    [ThreadStatic]
    private static int t_actorPlusOne;

    private readonly ScenarioInstance? _instance;
    private readonly nint[] _constants = [];
    private readonly Progress[] _actors = [];
    private readonly Location[] _locations = new Location[MaxLocations];
    private int _locationCount;
    private int _lastActor = -1;

    /// <summary>Begins to record a schedule of an instance.</summary>
    public Interleaving(ScenarioInstance instance)
    {
        _instance = instance;
        _constants =
            [.. instance.Locations.Where(location => location.IsConstant).Select(location => location.Address)];
        _actors = new Progress[instance.Actors.Count];
        Array.Fill(_actors, new Progress { Class = Start, TurnClass = Start });
    }

    private Interleaving()
    {
    }

    /// <summary>The schedule that runs now.</summary>
    public static Interleaving Current { get; set; } = new();

    /// <summary>Actors of the scenario.</summary>
    public int Actors => _actors.Length;

    /// <summary>Hash of the order in which the actors accessed memory.</summary>
    public ulong Schedule { get; private set; } = Start;

    /// <summary>Whether an actor acted between two accesses of another.</summary>
    public bool IsInterleaved { get; private set; }

    /// <summary>Whether an actor had to wait for another in a loop.</summary>
    public bool HasWaited { get; private set; }

    /// <summary>Accesses by actors.</summary>
    public int Accesses { get; private set; }

    /// <summary>Writes by actors.</summary>
    public long Writes { get; private set; }

    /// <summary>The actors that wait in a loop, and for what: those that are stuck if the schedule has ended.</summary>
    public IEnumerable<string> Waits => Enumerable.Range(0, _actors.Length).Where(actor => _actors[actor].IsWaiting)
        .Select(actor => $"{_instance!.Actors[actor].Name} waits for {NameOf(_actors[actor].LastAddress)} to change");

    /// <summary>Hash of the execution class.</summary>
    public ulong Class
    {
        get
        {
            ulong hash = Start;
            foreach (ref readonly Progress actor in _actors.AsSpan())
            {
                hash = Mix(hash, actor.Class);
            }

            return hash;
        }
    }

    /// <summary>Says which actor this thread runs; -1 for none.</summary>
    public static void Become(int actor) => t_actorPlusOne = actor + 1;

    public void Read<T>(ref T location) where T : unmanaged => Record(ref location, reads: true, writes: false);

    public void Write<T>(ref T location) where T : unmanaged => Record(ref location, reads: false, writes: true);

    public void Update<T>(ref T location) where T : unmanaged => Record(ref location, reads: true, writes: true);

    public void UpdateIf<T>(bool wrote, ref T location) where T : unmanaged => Record(ref location, reads: true, wrote);

    /// <summary>
    /// Whether an actor accesses a word that others may change: outside of the actors nothing is to be interleaved.
    /// </summary>
    public bool IsShared<T>(ref T location) where T : unmanaged =>
        t_actorPlusOne != 0 && !_constants.Contains((nint)Unsafe.AsPointer(ref location));

    /// <summary>
    /// Ends a failed turn of a wait loop: forgets its reads, and returns what to wait for, or null outside of the
    /// actors.
    /// </summary>
    public Func<bool>? EndTurn()
    {
        if (t_actorPlusOne == 0)
        {
            return null;
        }

        ref Progress actor = ref _actors[t_actorPlusOne - 1];
        (actor.Class, actor.Position) = (actor.TurnClass, actor.TurnPosition);
        actor.IsWaiting = true;
        HasWaited = true;
        long seen = actor.TurnWrites;
        return () => Writes != seen;
    }

    /// <summary>Begins the next turn of a wait loop.</summary>
    public void BeginTurn()
    {
        ref Progress actor = ref _actors[t_actorPlusOne - 1];
        actor.TurnWrites = Writes;
        actor.IsWaiting = false;
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * Prime;
        return hash ^ (hash >>> 29);
    }

    private string NameOf(nint address) =>
        _instance!.Locations.Where(location => location.Address == address).Select(location => location.Name)
            .FirstOrDefault("a word");

    private void Record<T>(ref T location, bool reads, bool writes) where T : unmanaged
    {
        if (!IsShared(ref location))
        {
            return;
        }

        int index = t_actorPlusOne - 1;
        nint address = (nint)Unsafe.AsPointer(ref location);

        Accesses++;
        Schedule = Mix(Schedule, (ulong)t_actorPlusOne);
        ref Progress actor = ref _actors[index];
        IsInterleaved |= _lastActor != index && actor.HasActed;
        actor.HasActed = true;
        _lastActor = index;
        ref Location word = ref Find(address);
        actor.LastAddress = address;
        actor.Position++;
        actor.Class = Mix(actor.Class, (reads ? 1UL : 0) | (writes ? 2UL : 0));
        if (reads)
        {
            actor.Class = Mix(actor.Class, word.LastWrite);
        }

        if (writes)
        {
            Writes++;
            word.Writes++;
            word.LastWrite = ((ulong)t_actorPlusOne << 32) | (uint)actor.Position;
            actor.Class = Mix(actor.Class, (ulong)word.Writes);
            (actor.TurnClass, actor.TurnPosition) = (actor.Class, actor.Position);
        }
    }

    private ref Location Find(nint address)
    {
        for (int index = 0; index < _locationCount; index++)
        {
            if (_locations[index].Address == address)
            {
                return ref _locations[index];
            }
        }

        if (_locationCount == MaxLocations)
        {
            throw new InvalidOperationException($"A scenario under Coyote touches at most {MaxLocations} words.");
        }

        _locations[_locationCount].Address = address;
        return ref _locations[_locationCount++];
    }

    private struct Location
    {
        public nint Address;

        // Actor plus 1 in the high half, position in its program order in the low half; 0 is the initial value.
        public ulong LastWrite;
        public int Writes;
    }

    private struct Progress
    {
        public bool HasActed;
        public bool IsWaiting;
        public nint LastAddress;
        public ulong Class;
        public int Position;

        // Where the present turn of a wait loop began: behind the actor's last write or Pause.
        public ulong TurnClass;
        public int TurnPosition;
        public long TurnWrites;
    }
}
