using System.Buffers.Binary;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>
/// Tries every interleaving of a program, state by state. Under total store order each actor has a store buffer, which
/// drains whenever it likes. What happens under every fair schedule is seen from the strongly connected components of
/// the states: each run gets into one that nothing leaves, and whoever is not done there never will be.
/// </summary>
internal sealed class LoopMachine
{
    /// <summary>
    /// Longest store buffer; a store waits while it is full. No program stores so often without an update but in a
    /// loop, and there always the same: one more of them in the buffer would be seen by nobody.
    /// </summary>
    private const int BufferCapacity = 8;

    /// <summary>So many instructions in a row that nobody else can see are a loop that never ends.</summary>
    private const int MostLocalSteps = 10_000;

    private const int PositionBytes = 2;
    private readonly LoopProgram _program;
    private readonly bool _hasBuffers;
    private readonly int _limitStates;
    private readonly MachineCode[] _codes;
    private readonly int[] _starts;
    private readonly StateGraph _graph = new();

    private LoopMachine(LoopProgram program, bool hasBuffers, int limitStates)
    {
        _program = program;
        _hasBuffers = hasBuffers;
        _limitStates = limitStates;
        _codes = [.. program.Actors.Select(body => new MachineCode(body, program.Locals))];
        _starts = new int[_codes.Length + 1];
        _starts[0] = program.Words.Length;
        for (int actor = 0; actor < _codes.Length; actor++)
        {
            int buffer = hasBuffers ? 1 + (2 * BufferCapacity) : 0;
            _starts[actor + 1] = _starts[actor] + PositionBytes + _codes[actor].Slots + buffer;
        }
    }

    /// <summary>What a program does; null if it has too many states or too large values.</summary>
    public static MachineResult? Run(LoopProgram program, bool hasBuffers, int limitStates) =>
        new LoopMachine(program, hasBuffers, limitStates).Run();

    private MachineResult? Run()
    {
        try
        {
            byte[] initial = new byte[_starts[^1]];
            for (int word = 0; word < _program.Words.Length; word++)
            {
                initial[word] = (byte)_program.Words[word].Initial;
            }

            for (int actor = 0; actor < _codes.Length; actor++)
            {
                GoOn(initial, actor, 0);
            }

            _graph.Add(initial);
            for (int state = 0; state < _graph.Count; state++)
            {
                if (_graph.Count > _limitStates)
                {
                    return null;
                }

                _graph.Expand(state, Successors);
            }
        }
        catch (OverflowException)
        {
            return null;
        }

        return Judge();
    }

    private MachineResult Judge()
    {
        HashSet<string> outcomes = [];
        HashSet<Ending> endings = [];
        foreach (byte[] state in _graph.WithoutWayOut())
        {
            int thrown = Actors(state, InstructionKind.Throw);
            int all = (1 << _codes.Length) - 1;
            Ending ending = new(thrown, all & ~thrown & ~Actors(state, InstructionKind.Finish));
            endings.Add(ending);
            if (ending == default)
            {
                outcomes.Add(Outcome(state));
            }
        }

        return new MachineResult(_graph.Count, outcomes, endings, _graph.ChangesForEver);
    }

    private int Actors(byte[] state, InstructionKind at) => Enumerable.Range(0, _codes.Length)
        .Where(actor => At(state, actor).Kind == at)
        .Aggregate(0, (set, actor) => set | 1 << actor);

    private string Outcome(byte[] state) => string.Join(' ', Enumerable.Range(0, _codes.Length)
        .SelectMany(actor => Enumerable.Range(0, _program.Locals).Select(
            local => $"{LoopProgram.NameOf(actor)}.{Operand.NameOf(local)}={Slot(state, actor, local)}"))
        .Concat(_program.Words.Select((word, index) => $"{word.Name}={(sbyte)state[index]}")));

    private void Successors(byte[] state)
    {
        for (int actor = 0; actor < _codes.Length; actor++)
        {
            bool isDrained = !_hasBuffers || state[Buffer(actor)] == 0;
            if (!isDrained)
            {
                Drain(state, actor);
            }

            Instruction next = At(state, actor);
            if (next.Kind == InstructionKind.Access)
            {
                Perform(state, actor, next.Access!, isDrained);
            }
            else if (next.Kind == InstructionKind.Drain && isDrained)
            {
                byte[] copy = [.. state];
                GoOn(copy, actor, Position(state, actor) + 1);
                _graph.AddSuccessor(copy, changes: false);
            }
        }
    }

    /// <summary>The oldest store of a buffer becomes visible.</summary>
    private void Drain(byte[] state, int actor)
    {
        byte[] copy = [.. state];
        Span<byte> buffer = copy.AsSpan(Buffer(actor), 1 + (2 * BufferCapacity));
        int word = buffer[1];
        copy[word] = buffer[2];
        buffer[0]--;
        buffer[3..].CopyTo(buffer[1..]);
        buffer[^2..].Clear();
        _graph.AddSuccessor(copy, copy[word] != state[word]);
    }

    private void Perform(byte[] state, int actor, Statement.Access access, bool isDrained)
    {
        bool isRead = access.Kind is AccessKind.ReadPlain or AccessKind.ReadAcquire;
        bool isWrite = access.Kind is AccessKind.WritePlain or AccessKind.WriteRelease;
        bool isBlocked = isWrite ? _hasBuffers && state[Buffer(actor)] == BufferCapacity : !isRead && !isDrained;
        if (isBlocked)
        {
            return;
        }

        byte[] copy = [.. state];
        int old = Load(state, actor, access.Word);
        int operand = Value(state, actor, access.Operand);
        int now = access.Kind switch
        {
            AccessKind.ReadPlain or AccessKind.ReadAcquire => old,
            AccessKind.WritePlain or AccessKind.WriteRelease or AccessKind.Exchange => operand,
            AccessKind.Add or AccessKind.AddReturn => old + operand,
            AccessKind.CompareExchange => old == access.Comparand ? operand : old,
            AccessKind.And => old & operand,
            AccessKind.Or => old | operand,
            _ => throw new NotSupportedException($"{access}"),
        };
        byte value = unchecked((byte)checked((sbyte)now));
        if (isWrite && _hasBuffers)
        {
            Span<byte> buffer = copy.AsSpan(Buffer(actor), 1 + (2 * BufferCapacity));
            int count = buffer[0]++;
            buffer[1 + (2 * count)] = (byte)access.Word;
            buffer[2 + (2 * count)] = value;
        }
        else if (!isRead)
        {
            copy[access.Word] = value;
        }

        if (access.Target >= 0)
        {
            SetSlot(copy, actor, access.Target, access.Kind == AccessKind.AddReturn ? now : old);
        }

        GoOn(copy, actor, Position(state, actor) + 1);
        _graph.AddSuccessor(copy, copy[access.Word] != state[access.Word]);
    }

    /// <summary>Runs an actor up to what others can see.</summary>
    private void GoOn(byte[] state, int actor, int position)
    {
        IReadOnlyList<Instruction> code = _codes[actor].Instructions;
        for (int steps = 0; steps < MostLocalSteps; steps++)
        {
            Instruction instruction = code[position];
            switch (instruction.Kind)
            {
                case InstructionKind.Set:
                    SetSlot(state, actor, instruction.Slot, Value(state, actor, instruction.Value));
                    position++;
                    break;
                case InstructionKind.Count:
                    int bound = instruction.Value.Constant;
                    SetSlot(state, actor, instruction.Slot, Math.Min(Slot(state, actor, instruction.Slot) + 1, bound));
                    position++;
                    break;
                case InstructionKind.Jump:
                    position = instruction.Destination;
                    break;
                case InstructionKind.JumpUnless:
                    Condition condition = instruction.Condition;
                    bool isEqual = Slot(state, actor, condition.Local) == Value(state, actor, condition.Value);
                    position = isEqual == condition.IsEqual ? position + 1 : instruction.Destination;
                    break;
                case InstructionKind.Drain when !_hasBuffers:
                    position++;
                    break;
                default:
                    BinaryPrimitives.WriteUInt16LittleEndian(state.AsSpan(_starts[actor]), (ushort)position);
                    return;
            }
        }

        // It stands at an instruction for itself alone, and has no successor.
        BinaryPrimitives.WriteUInt16LittleEndian(state.AsSpan(_starts[actor]), (ushort)position);
    }

    private int Load(byte[] state, int actor, int word)
    {
        if (_hasBuffers)
        {
            int buffer = Buffer(actor);
            for (int index = state[buffer] - 1; index >= 0; index--)
            {
                if (state[buffer + 1 + (2 * index)] == word)
                {
                    return (sbyte)state[buffer + 2 + (2 * index)];
                }
            }
        }

        return (sbyte)state[word];
    }

    private Instruction At(byte[] state, int actor) => _codes[actor].Instructions[Position(state, actor)];

    private int Position(byte[] state, int actor) =>
        BinaryPrimitives.ReadUInt16LittleEndian(state.AsSpan(_starts[actor]));

    private int Buffer(int actor) => _starts[actor + 1] - 1 - (2 * BufferCapacity);

    private int Value(byte[] state, int actor, Operand operand) =>
        operand.IsLocal ? Slot(state, actor, operand.Local) : operand.Constant;

    private int Slot(byte[] state, int actor, int slot) => (sbyte)state[_starts[actor] + PositionBytes + slot];

    private void SetSlot(byte[] state, int actor, int slot, int value) =>
        state[_starts[actor] + PositionBytes + slot] = unchecked((byte)checked((sbyte)value));
}
