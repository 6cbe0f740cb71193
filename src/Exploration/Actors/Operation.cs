namespace Exploration.Actors;

/// <summary>One operation of an actor.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Ordering">What it orders.</param>
/// <param name="Location">Index of the word; -1 without one.</param>
/// <param name="Operand">What is written, added, or masked with.</param>
/// <param name="Comparand">What a compare-and-swap expects.</param>
/// <param name="Through">
/// Which earlier operation of the same actor, by its index in the actor's history, read the reference that the word is
/// accessed through; -1 if the word is not reached through a reference that was read.
/// </param>
internal readonly record struct Operation(
    OperationKind Kind, Ordering Ordering, int Location, long Operand = 0, long Comparand = 0, int Through = -1)
{
    /// <summary>Whether it reads a word.</summary>
    public bool Reads => Kind is OperationKind.Read or (>= OperationKind.BlindAdd and <= OperationKind.Or);

    /// <summary>Whether it reads and then always or sometimes writes the same word.</summary>
    public bool IsReadModifyWrite => Kind is >= OperationKind.BlindAdd and <= OperationKind.Or;

    /// <summary>
    /// Whether it is a barrier and no access; a mark between calls, which orders nothing, is neither.
    /// </summary>
    public bool IsBarrier => Kind == OperationKind.Fence && Ordering != Ordering.Plain;

    /// <summary>Whether the actor gets to know what the word held.</summary>
    public bool Returns => Reads && Kind != OperationKind.BlindAdd;

    /// <summary>Whether nothing comes after it.</summary>
    public bool IsEnd => Kind is OperationKind.Finish or OperationKind.Throw;

    /// <summary>Whether the actor stands in a wait, which ends only if somebody else acts.</summary>
    public bool IsWait => Kind is OperationKind.Pause or OperationKind.Stick;

    /// <summary>
    /// The operation as a step of a loop, which is the same in every turn: a read that it goes through counts back from
    /// it, as -2 less the distance, if that read belongs to the turn.
    /// </summary>
    /// <param name="index">Index of the operation in its actor's history.</param>
    /// <param name="start">Index of the first operation of the turn.</param>
    public Operation InTurn(int index, int start) => Through < start
        ? this
        : this with { Through = -2 - (index - Through) };

    /// <summary>Whether it is a given step of a loop.</summary>
    /// <param name="step">What <see cref="InTurn"/> made of an operation.</param>
    /// <param name="index">Index of this operation in its actor's history.</param>
    public bool IsStep(in Operation step, int index) => step == (step.Through < -1 ? InTurn(index, start: 0) : this);

    /// <summary>Whether it writes after it has read <paramref name="old"/>.</summary>
    public bool WritesAfter(long old) => Kind switch
    {
        OperationKind.Read => false,
        OperationKind.CompareExchange => old == Comparand,
        _ => true,
    };

    /// <summary>
    /// Whether a word may hold something else afterwards. A plain write does, as far as its actor knows.
    /// </summary>
    /// <param name="old">What the word held; unknown, and not needed, after an add that returns nothing.</param>
    /// <param name="sizeBytes">4 or 8.</param>
    public bool Changes(long old, int sizeBytes) => Kind switch
    {
        OperationKind.Write => true,
        OperationKind.BlindAdd => Operand != 0,
        _ => IsReadModifyWrite && Apply(old, sizeBytes) != old,
    };

    /// <summary>What the word holds afterwards.</summary>
    /// <param name="old">What it held, sign-extended.</param>
    /// <param name="sizeBytes">4 or 8: how wide the arithmetic wraps.</param>
    public long Apply(long old, int sizeBytes)
    {
        long value = Kind switch
        {
            OperationKind.Write or OperationKind.Exchange => Operand,
            OperationKind.BlindAdd or OperationKind.AddReturn => unchecked(old + Operand),
            OperationKind.CompareExchange => old == Comparand ? Operand : old,
            OperationKind.And => old & Operand,
            OperationKind.Or => old | Operand,
            _ => old,
        };
        return sizeBytes == sizeof(int) ? unchecked((int)value) : value;
    }
}
