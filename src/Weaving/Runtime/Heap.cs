using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Exploration.Actors;
using Weaving.Objects;
using Weaving.Refusals;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>What rewritten code calls where it touched memory that others may reach. Not for other callers.</summary>
/// <remarks>Outside a run, in set-up and in checks, each does just what the code did before.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Heap
{
    /// <summary>A plain read.</summary>
    public static T Read<T>(ref T address, int site) => Load(ref address, Ordering.Plain, site);

    /// <summary>A volatile read.</summary>
    public static T ReadVolatile<T>(ref T address, int site) => Load(ref address, Ordering.Acquire, site);

    /// <summary>A plain write.</summary>
    public static void Write<T>(ref T address, T value, int site) => Store(ref address, value, Ordering.Plain, site);

    /// <summary>A volatile write.</summary>
    public static void WriteVolatile<T>(ref T address, T value, int site) =>
        Store(ref address, value, Ordering.Release, site);

    /// <summary>Sets a value to its default.</summary>
    public static void Init<T>(ref T address, int site) => Store(ref address, default!, Ordering.Plain, site);

    /// <summary>The element of an array of references.</summary>
    public static object? ReadElement(object?[] array, nint index, int site)
    {
        ref object? address = ref Element(array, index);
        return Load(ref address, Ordering.Plain, site);
    }

    /// <summary>Sets an element of an array of references.</summary>
    public static void WriteElement(object?[] array, nint index, object? value, int site)
    {
        ref object? address = ref Element(array, index);
        if (value is not null && !array.GetType().GetElementType()!.IsInstanceOfType(value))
        {
            throw new ArrayTypeMismatchException();
        }

        Store(ref address, value, Ordering.Plain, site);
    }

    /// <summary>A static field is about to be touched.</summary>
    /// <returns>Where to touch it.</returns>
    public static ref T Static<T>(ref T address, RuntimeFieldHandle field, RuntimeTypeHandle type, bool isWritten)
    {
        if (ActorRun.Current is ActorRun run)
        {
            return ref run.Static<T>(field, type);
        }

        UnrecordedCode.Initializer?.TouchStatic(field, type, isWritten);
        return ref address;
    }

    /// <summary>An object has been made; its constructor has not run yet.</summary>
    public static void Made(object value)
    {
        if (ActorRun.Current is ActorRun run)
        {
            run.Make(value);
        }
        else
        {
            UnrecordedCode.Initializer?.Make(value);
        }
    }

    /// <summary>A delegate or a box has been made; null if delegates made none together.</summary>
    public static void Holds(object? whole, int site)
    {
        if (whole is not null && ActorRun.Current is ActorRun run)
        {
            run.Hold(whole, site);
        }
    }

    /// <summary>
    /// A value has been read from a readonly static field: an object, or a structure that may hold some.
    /// </summary>
    public static void Know<T>(T value)
    {
        ActorRun? run = ActorRun.Current;
        InitializerRun? initializer = run is null ? UnrecordedCode.Initializer : null;
        if (run is null && initializer is null)
        {
            return;
        }

        foreach (Leaf leaf in ValueLayout<T>.Layout.Leaves)
        {
            ref byte part = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref value), leaf.Offset);
            if (leaf.IsReference && Unsafe.As<byte, object?>(ref part) is object held)
            {
                run?.Know(held);
                initializer?.Reach(held);
            }
        }
    }

    /// <summary>Whether two references are to one object.</summary>
    public static bool Same(object? left, object? right) =>
        ActorRun.Current is ActorRun run ? run.IsSame(left, right) : ReferenceEquals(left, right);

    /// <summary>An exception handler begins.</summary>
    public static void StayEnded() => ActorRun.Current?.StayEnded();

    /// <summary>Says where the code is, before a call that stands for operations.</summary>
    public static void At(int site)
    {
        if (ActorRun.Current is ActorRun run)
        {
            run.Site = site;
        }
    }

    /// <summary>The code comes to something that is not modelled.</summary>
    public static void Forbid(int refusal)
    {
        if (ActorRun.Current is ActorRun run)
        {
            throw run.Refuse(CodeSites.RefusalAt(refusal));
        }

        UnrecordedCode.Initializer?.LoseTrack();
    }

    /// <summary>The code calls what there is nothing to stand for.</summary>
    /// <returns>What is thrown.</returns>
    public static Exception Missing(int refusal)
    {
        Refusal reason = CodeSites.RefusalAt(refusal);
        return ActorRun.Current is ActorRun run ? run.Refuse(reason) : new NotSupportedException($"{reason}");
    }

    /// <summary>The code calls a method of the framework's interface on an object.</summary>
    public static void RequireWoven(object? value, int refusal)
    {
        if (value is null or ITuple)
        {
            return;
        }

        if (ActorRun.Current is not ActorRun run)
        {
            UnrecordedCode.Initializer?.LoseTrackOf(value);
        }
        else if (!run.IsWoven(value.GetType()))
        {
            throw run.Refuse(CodeSites.RefusalAt(refusal));
        }
    }

    /// <summary>The code asks an object for what the framework keeps in it.</summary>
    public static void RequireWhole(object? value, int refusal)
    {
        if (value is not null && ActorRun.Current is ActorRun run && run.IsStandIn(value))
        {
            throw run.Refuse(CodeSites.RefusalAt(refusal));
        }
    }

    /// <summary>
    /// What a call on a value of a type parameter is made on: a copy if its code has not been rewritten.
    /// </summary>
    public static ref T Constrain<T>(ref T address, ref T copy, int site)
    {
        if (typeof(T).IsValueType && (ActorRun.Current is not ActorRun run || run.IsWoven(typeof(T))))
        {
            return ref address;
        }

        copy = Load(ref address, Ordering.Plain, site);
        return ref copy;
    }

    /// <summary>A type initializer begins: it is a part of the set-up, whenever it runs.</summary>
    public static void BeginSetUp(RuntimeTypeHandle type) =>
        UnrecordedCode.BeginInitializer(Type.GetTypeFromHandle(type)!);

    /// <summary>A type initializer has ended.</summary>
    public static void EndSetUp() => UnrecordedCode.EndInitializer();

    internal static T Load<T>(ref T address, Ordering ordering, int site)
    {
        if (ActorRun.Current is not ActorRun run)
        {
            UnrecordedCode.Initializer?.Touch(ref address, isWritten: false);
            return address;
        }

        if (!run.TryFind(ref Unsafe.As<T, byte>(ref address), out Place place))
        {
            return address;
        }

        run.Site = site;
        T value = default!;
        foreach (Leaf leaf in ValueLayout<T>.Layout.Leaves)
        {
            Place at = place.At(leaf.Offset);
            ref byte part = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref value), leaf.Offset);
            if (leaf.IsReference)
            {
                Unsafe.As<byte, object?>(ref part) =
                    run.AccessReference(at, OperationKind.Read, ordering, null, null, site);
            }
            else
            {
                Word.Store(ref part, leaf.Size, run.Access(at, leaf.Size, OperationKind.Read, ordering, 0, 0, site));
            }
        }

        return value;
    }

    internal static void Store<T>(ref T address, T value, Ordering ordering, int site)
    {
        if (!TryFind(ref address, site, out ActorRun? run, out Place place))
        {
            SetLocal(run, ref address, value);
            return;
        }

        foreach (Leaf leaf in ValueLayout<T>.Layout.Leaves)
        {
            Place at = place.At(leaf.Offset);
            ref byte part = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref value), leaf.Offset);
            if (leaf.IsReference)
            {
                run.AccessReference(at, OperationKind.Write, ordering, Unsafe.As<byte, object?>(ref part), null, site);
            }
            else
            {
                run.Access(at, leaf.Size, OperationKind.Write, ordering, Word.Load(ref part, leaf.Size), 0, site);
            }
        }
    }

    /// <summary>An atomic update of one word.</summary>
    /// <returns>What the word held; default after an add that returns nothing.</returns>
    internal static T Update<T>(ref T address, OperationKind kind, T operand, T comparand)
    {
        int site = ActorRun.Current?.Site ?? 0;
        if (!TryFind(ref address, site, out ActorRun? run, out Place place))
        {
            T old = address;
            SetLocal(run, ref address, Apply(kind, old, operand, comparand));
            return old;
        }

        if (!typeof(T).IsValueType)
        {
            object? held = run.AccessReference(place, kind, Ordering.Full, operand, comparand, site);
            return Unsafe.As<object?, T>(ref held);
        }

        int size = Unsafe.SizeOf<T>();
        long result = run.Access(place, size, kind, Ordering.Full, Bits(ref operand, size),
            Bits(ref comparand, size), site);
        T value = default!;
        Word.Store(ref Unsafe.As<T, byte>(ref value), size, result);
        return value;
    }

    private static bool TryFind<T>(ref T address, int site, out ActorRun run, out Place place)
    {
        run = ActorRun.Current!;
        place = default;
        if (run is null)
        {
            UnrecordedCode.Initializer?.Touch(ref address, isWritten: true);
            return false;
        }

        run.Site = site;
        ref byte start = ref Unsafe.As<T, byte>(ref address);
        return run.TryFind(ref start, out place) || (run.IsLocal(ref start)
            ? false
            : throw run.Refuse(site, "writes memory of an object that it did not read or make",
                "Share objects of the assembly under test only."));
    }

    /// <summary>Sets a local variable, which may be one of a caller.</summary>
    private static void SetLocal<T>(ActorRun? run, ref T address, T value)
    {
        if (run is not null && !IsSame(ref address, ref value))
        {
            run.ChangeLocal();
        }

        address = value;
    }

    /// <summary>Whether two values are the same bits; references need not be told.</summary>
    private static bool IsSame<T>(ref T left, ref T right)
    {
        int size = Unsafe.SizeOf<T>();
        return !typeof(T).IsValueType
            ? ReferenceEquals(left, right)
            : !RuntimeHelpers.IsReferenceOrContainsReferences<T>()
                && MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref left), size)
                    .SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref right), size));
    }

    private static T Apply<T>(OperationKind kind, T old, T operand, T comparand)
    {
        if (!typeof(T).IsValueType)
        {
            return kind == OperationKind.Exchange || ReferenceEquals(old, comparand) ? operand : old;
        }

        int size = Unsafe.SizeOf<T>();
        Operation operation = new(kind, Ordering.Full, 0, Bits(ref operand, size), Bits(ref comparand, size));
        T value = default!;
        Word.Store(ref Unsafe.As<T, byte>(ref value), size, operation.Apply(Bits(ref old, size), size));
        return value;
    }

    private static long Bits<T>(ref T value, int size) => Word.Load(ref Unsafe.As<T, byte>(ref value), size);

    private static ref object? Element(object?[] array, nint index)
    {
        if ((nuint)index >= (nuint)array.Length)
        {
            _ = array[index]; // Throws what it always does.
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index);
    }

    /// <summary>Where the words of a type lie.</summary>
    internal static class ValueLayout<T>
    {
        public static readonly Layout Layout = Layout.OfValue(typeof(T));
    }
}
