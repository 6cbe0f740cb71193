using System.Runtime.CompilerServices;
using Exploration.Actors;
using Weaving.Objects;
using Weaving.Refusals;

namespace Weaving.Running;

/// <summary>An actor that runs: turns what its rewritten code does with objects into operations on words.</summary>
internal sealed partial class ActorRun(WovenScenario scenario, SetUp setUp, int actor)
{
    /// <summary>More than a frame of the checker's own has.</summary>
    private const int FrameBytes = 4096;

    private readonly KnownObjects _known = new();
    private readonly Dictionary<(object Owner, int Offset), object?> _constants = new(PlaceComparer.Instance);
    private readonly Dictionary<ObjectShape, int> _made = [];
    private readonly Dictionary<long, int> _lockDepths = [];
    private readonly HashSet<object> _fresh = new(ReferenceEqualityComparer.Instance);
    private HashSet<long>? _several;
    private ActorRunner _runner = null!;
    private int _operations;
    private nint _stackStart;

    /// <summary>The run of this thread; null in set-up, in checks, and outside.</summary>
    [ThreadStatic]
    public static ActorRun? Current;

    /// <summary>Index of the actor.</summary>
    public int Actor => actor;

    /// <summary>Where the code is: set before calls that stand for operations.</summary>
    public int Site { get; set; }

    /// <summary>How often the actor holds each lock, by object.</summary>
    public Dictionary<long, int> LockDepths => _lockDepths;

    /// <summary>Runs the actor.</summary>
    /// <param name="body">Its code.</param>
    /// <param name="registers">Receives the result, or the result of each call.</param>
    public unsafe void Execute(WovenActor body, Span<long> registers)
    {
        byte start;
        _stackStart = (nint)(&start);
        _runner = ActorRunner.Current;
        _known.Clear();
        _constants.Clear();
        _made.Clear();
        _lockDepths.Clear();
        _fresh.Clear();
        (_operations, _atBackEdge, _idleTurns) = (0, 0, 0);
        (_activations, _localChanges, _makes, _boxes) = (0, 0, 0, 0);
        State.Clear();
        ActorRun? outer = Current;
        Current = this;
        UnrecordedCode.ForgetInitializers();
        try
        {
            if (body.Calls.Count > 0)
            {
                Call(body.Calls, registers);
            }
            else
            {
                object? result = body.Body(setUp.Root);
                if (registers.Length > 0)
                {
                    registers[0] = EncodeResult(result);
                }
            }

            RequireNoSetUp();
        }
        catch (Exception broken) when (broken is InvalidProgramException or TypeLoadException
            or BadImageFormatException)
        {
            // Missing members are among the second: code that does not even load says nothing about the program.
            throw Refuse(new Refusal(scenario.Name, "", $"has been rewritten wrongly ({broken.Message})",
                "This is a defect of the checker: report it."));
        }
        finally
        {
            Current = outer;
        }
    }

    private void Call(IReadOnlyList<Func<object, object?>> calls, Span<long> registers)
    {
        for (int call = 0; call < calls.Count; call++)
        {
            Tick(OperationKind.Read, Ordering.Acquire);
            _runner.Mark();
            registers[call] = EncodeResult(calls[call](setUp.Root));
            _runner.Mark();
            Tick(OperationKind.BlindAdd, Ordering.Full);
        }
    }

    /// <summary>
    /// Looks at the global clock at the begin of a call, or advances it at its end: a call that sees the end of another
    /// in it has that end before its own begin.
    /// </summary>
    private void Tick(OperationKind kind, Ordering ordering)
    {
        if (scenario.HasClock)
        {
            AccessLock(setUp.Root, LockWords.Clock, kind, ordering, operand: 1);
        }
    }

    /// <summary>Where an address points; false if it is into no object, but a local variable.</summary>
    public bool TryFind(ref byte address, out Place place)
    {
        place = default;
        if (IsLocal(ref address))
        {
            return false;
        }

        foreach ((object value, long number, int size) in setUp.Extents)
        {
            nint offset = Unsafe.ByteOffset(ref RawObject.Of(value), ref address);
            if ((nuint)offset < (nuint)size)
            {
                place = new Place(number, value, null, (int)offset, -1);
                return true;
            }
        }

        return _known.TryFind(ref address, out place) || scenario.Statics.TryFind(ref address, out place);
    }

    /// <summary>An operation on a primitive word.</summary>
    /// <returns>What it held.</returns>
    public long Access(in Place place, int size, OperationKind kind, Ordering ordering, long operand,
        long comparand, int site)
    {
        Leaf leaf = LeafAt(place, size, site);
        if (leaf.IsConstant && setUp.ObjectOf(place.Number) is object real)
        {
            return kind == OperationKind.Read
                ? Word.Load(ref Unsafe.Add(ref RawObject.Of(real), place.Offset), size)
                : throw Refuse(site, $"writes the readonly field {leaf.Path}",
                    "Leave readonly fields to constructors.");
        }

        return Perform(WordAt(place, leaf), kind, ordering, operand, comparand, place.Through, site);
    }

    /// <summary>An operation on a reference.</summary>
    /// <returns>What it held.</returns>
    public object? AccessReference(in Place place, OperationKind kind, Ordering ordering, object? operand,
        object? comparand, int site)
    {
        Leaf leaf = LeafAt(place, IntPtr.Size, site);
        if (leaf.IsConstant && setUp.ObjectOf(place.Number) is object real)
        {
            object? value = kind == OperationKind.Read
                ? Unsafe.As<byte, object?>(ref Unsafe.Add(ref RawObject.Of(real), place.Offset))
                : throw Refuse(site, $"writes the readonly field {leaf.Path}",
                    "Leave readonly fields to constructors.");
            return place.Through < 0 || value is null ? value : Constant(place, value, leaf);
        }

        if (kind == OperationKind.CompareExchange && comparand is not null)
        {
            RequireOne(comparand);
        }

        long old = Perform(WordAt(place, leaf), kind, ordering, Encode(operand), Encode(comparand),
            place.Through, site);
        return kind == OperationKind.Write ? null : Decode(old, leaf.Type, _runner.LastOperation);
    }

    /// <summary>An operation on a word of an object's lock.</summary>
    /// <param name="value">The object.</param>
    /// <param name="part">Which word: negative.</param>
    /// <param name="kind">What it does.</param>
    /// <param name="ordering">What that orders.</param>
    /// <param name="operand">What is written.</param>
    /// <param name="comparand">What a compare-and-swap expects.</param>
    public long AccessLock(object value, int part, OperationKind kind, Ordering ordering, long operand = 0,
        long comparand = 0)
    {
        int word = WordBeside(NumberOf(value), part, LockWords.Of, "of");
        return Perform(word, kind, ordering, operand, comparand, _known.ThroughOf(value), Site);
    }

    /// <summary>The number of an object that the run knows.</summary>
    public long NumberOf(object value) => Encode(value);

    /// <summary>A barrier.</summary>
    public void Fence(Ordering ordering)
    {
        _operations++;
        _runner.Fence(ordering, Site);
    }

    /// <summary>A handler of exceptions begins: the run may have been ended by one.</summary>
    public void StayEnded() => _runner.StayEnded();

    /// <summary>Where the run finds a static field.</summary>
    public ref T Static<T>(RuntimeFieldHandle field, RuntimeTypeHandle type) => ref scenario.Statics.Of<T>(field, type);

    /// <summary>The run has made an object.</summary>
    public void Make(object value)
    {
        if (_known.NumberOf(value) != 0 || setUp.NumberOf(value) != 0)
        {
            return;
        }

        ObjectShape shape = ObjectShape.Of(value);
        int count = _made.GetValueOrDefault(shape) + 1;
        _made[shape] = count;
        _makes++;
        _known.Add(value, scenario.Objects.Number(new ObjectKey.Made(actor, shape, count)), -1, HasWords(value));
    }

    /// <summary>The run has got an object from a readonly static field.</summary>
    public void Know(object value)
    {
        if (_known.NumberOf(value) == 0 && setUp.NumberOf(value) == 0 && value is not Delegate
            && (value is string text ? IsLate(text) : !SetUp.IsValue(value)))
        {
            Know(value, scenario.Late.NumberOf(value), -1);
        }
    }

    /// <summary>Whether an address is of a local variable of the run.</summary>
    public unsafe bool IsLocal(ref byte address)
    {
        byte here;
        nint value = (nint)Unsafe.AsPointer(ref address);
        return value > (nint)(&here) - FrameBytes && value < _stackStart + FrameBytes;
    }

    /// <summary>Whether a type's code has been rewritten.</summary>
    public bool IsWoven(Type type) => scenario.IsWoven(type);

    /// <summary>Whether two references are to one object.</summary>
    public bool IsSame(object? left, object? right) =>
        ReferenceEquals(left, right)
            || (left is not null && right is not null && Encode(left) == Encode(right) && AreOne(left, right));

    private bool AreOne(object left, object right)
    {
        RequireOne(left);
        RequireOne(right);
        return true;
    }

    /// <summary>
    /// Delegates that are equal count as one object. Where it matters whether they are, one that is made when the code
    /// runs is refused, and one of which the state holds several.
    /// </summary>
    public void RequireOne(object value)
    {
        long number = Encode(value);
        string? what = scenario.Objects[number] is ObjectKey.Box ? "box"
            : value is not Delegate ? null
            : _fresh.Contains(value) ? "fresh delegate"
            : IsSeveral(number) ? "delegate"
            : null;
        if (what is not null)
        {
            throw Refuse(Site, $"asks whether a {what} is the same object as an equal one",
                "Compare with ==, or lock and swap objects of a class of your own.");
        }
    }

    private bool IsSeveral(long number)
    {
        _several ??= [.. setUp.Several.Select(Encode)];
        return _several.Contains(number);
    }

    /// <summary>The actor does what is not modelled.</summary>
    /// <returns>Thrown to end the run.</returns>
    public Exception Refuse(int site, string reason, string remedy)
    {
        CodeSite at = CodeSites.At(site);
        return Refuse(new Refusal(at.Member, at.ToString(), reason, remedy));
    }

    /// <inheritdoc cref="Refuse(int, string, string)"/>
    public Exception Refuse(Refusal refusal) => _runner.Refuse(new UnsupportedCodeException(refusal));
}
