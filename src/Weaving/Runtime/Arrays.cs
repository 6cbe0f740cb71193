using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Weaving.Objects;
using Weaving.Running;

namespace Weaving.Runtime;

/// <summary>Stands for what <see cref="Array"/> does to elements: plain reads and writes in ascending order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Arrays
{
    private static readonly ConcurrentDictionary<Type, Copier> Copiers = new();
    private static readonly ConcurrentDictionary<Type, Clearer> Clearers = new();

    /// <summary>Copies the first elements.</summary>
    public static void CopyFirst(Array source, Array target, int length, int site) =>
        Copy(source, 0, target, 0, length, site);

    /// <summary>Copies elements.</summary>
    public static void Copy(Array source, int sourceIndex, Array target, int targetIndex, int length, int site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (ActorRun.Current is not ActorRun run)
        {
            UnrecordedCode.Initializer?.TouchAll(source, isWritten: false);
            UnrecordedCode.Initializer?.TouchAll(target, isWritten: true);
            Array.Copy(source, sourceIndex, target, targetIndex, length);
            return;
        }

        Type element = source.GetType().GetElementType()!;
        Type targetElement = target.GetType().GetElementType()!;
        if (source.Rank != 1 || target.Rank != 1
            || (element != targetElement && (element.IsValueType || !targetElement.IsAssignableFrom(element))))
        {
            throw run.Refuse(site, $"copies from {TypeName.Of(source.GetType())} to {TypeName.Of(target.GetType())}",
                "Go through the array in a loop of your own.");
        }

        Copiers.GetOrAdd(element, MakeCopier)(source, sourceIndex, target, targetIndex, length, site);
    }

    /// <summary>Sets elements to their default.</summary>
    public static void ClearAny(Array array, int first, int length, int site)
    {
        ArgumentNullException.ThrowIfNull(array);
        Clearers.GetOrAdd(array.GetType().GetElementType()!, MakeClearer)(array, first, length, site);
    }

    /// <summary>Sets all elements to constants of the assembly.</summary>
    public static void Fill(Array array, RuntimeFieldHandle constants, int site)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (ActorRun.Current is not ActorRun run)
        {
            RuntimeHelpers.InitializeArray(array, constants);
            return;
        }

        if (array.Rank != 1)
        {
            throw run.Refuse(site, "fills an array of several dimensions",
                "Use an array of one dimension, or of arrays.");
        }

        Array values = Array.CreateInstance(array.GetType().GetElementType()!, array.Length);
        RuntimeHelpers.InitializeArray(values, constants);
        Copy(values, 0, array, 0, array.Length, site);
    }

    /// <summary>Copies a span.</summary>
    public static void CopySpan<T>(ref Span<T> source, Span<T> target, int site)
    {
        ReadOnlySpan<T> same = source;
        CopyReadOnlySpan(ref same, target, site);
    }

    /// <summary>Copies a span.</summary>
    public static void CopyReadOnlySpan<T>(ref ReadOnlySpan<T> source, Span<T> target, int site)
    {
        if (source.Length > target.Length)
        {
            source.CopyTo(target); // Throws what it always does.
        }

        T[] values = new T[source.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = Heap.Read(ref Unsafe.AsRef(in source[index]), site);
        }

        for (int index = 0; index < values.Length; index++)
        {
            Heap.Write(ref target[index], values[index], site);
        }
    }

    /// <summary>Copies a whole array.</summary>
    public static object Clone(Array array, int site)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (ActorRun.Current is null)
        {
            UnrecordedCode.Initializer?.TouchAll(array, isWritten: false);
            return array.Clone();
        }

        return Part(array, 0, array.Length, site);
    }

    /// <summary>Copies a range of an array.</summary>
    public static T[] Part<T>(T[] array, Range range, int site)
    {
        ArgumentNullException.ThrowIfNull(array);
        (int offset, int length) = range.GetOffsetAndLength(array.Length);
        return Unsafe.As<T[]>(Part(array, offset, length, site));
    }

    private static Array Part(Array array, int offset, int length, int site)
    {
        Array part = Array.CreateInstance(array.GetType().GetElementType()!, length);
        Heap.Made(part);
        Copy(array, offset, part, 0, length, site);
        return part;
    }

    /// <summary>Sets all elements of a span to one value.</summary>
    public static void FillSpan<T>(ref Span<T> span, T value, int site)
    {
        for (int index = 0; index < span.Length; index++)
        {
            Heap.Write(ref span[index], value, site);
        }
    }

    /// <summary>Sets all elements of a span to their default.</summary>
    public static void ClearSpan<T>(ref Span<T> span, int site) => FillSpan(ref span, default!, site);

    /// <summary>Sets all elements to one value.</summary>
    public static void FillAll<T>(T[] array, T value, int site)
    {
        ArgumentNullException.ThrowIfNull(array);
        Span<T> span = array;
        FillSpan(ref span, value, site);
    }

    /// <summary>Sets all elements to their default.</summary>
    public static void ClearAll(Array array, int site) => ClearAny(array, 0, array.Length, site);

    private static void CopyElements<T>(Array from, int sourceIndex, Array to, int targetIndex, int length, int site)
    {
        T[] source = Unsafe.As<T[]>(from);
        T[] target = Unsafe.As<T[]>(to);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(sourceIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(targetIndex);
        if (length > source.Length - sourceIndex || length > target.Length - targetIndex)
        {
            throw new ArgumentException("The elements do not fit.");
        }

        T[] values = new T[length];
        for (int index = 0; index < length; index++)
        {
            values[index] = Heap.Read(ref At(source, sourceIndex + index), site);
        }

        for (int index = 0; index < length; index++)
        {
            Heap.Write(ref At(target, targetIndex + index), values[index], site);
        }
    }

    private static void ClearElements<T>(Array array, int first, int length, int site)
    {
        T[] elements = Unsafe.As<T[]>(array);
        if (first < 0 || length < 0 || length > elements.Length - first)
        {
            Array.Clear(array, first, length); // Throws what it always does, before it has cleared anything.
        }

        for (int index = first; index < first + length; index++)
        {
            Heap.Init(ref At(elements, index), site);
        }
    }

    private static ref T At<T>(T[] array, int index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index);

    private static Copier MakeCopier(Type element) => Of(nameof(CopyElements), element).CreateDelegate<Copier>();

    private static Clearer MakeClearer(Type element) => Of(nameof(ClearElements), element).CreateDelegate<Clearer>();

    private static MethodInfo Of(string name, Type element) =>
        typeof(Arrays).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(element);

    private delegate void Copier(Array source, int sourceIndex, Array target, int targetIndex, int length, int site);

    private delegate void Clearer(Array array, int first, int length, int site);

    /// <summary>Makes a longer or shorter copy of an array.</summary>
    public static void Resize<T>(ref T[]? array, int length, int site)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        T[]? old = Heap.Read(ref array, site);
        if (old?.Length == length)
        {
            return;
        }

        T[] resized = new T[length];
        Heap.Made(resized);
        if (old is not null)
        {
            Copy(old, 0, resized, 0, Math.Min(old.Length, length), site);
        }

        Heap.Write(ref array, resized, site);
    }
}
