using System.Runtime.CompilerServices;
using Atomics;

namespace Rivals;

/// <summary>
/// An object for each folio of an arena, on cache lines that no neighbour's object is on: a spare object of 128 bytes
/// lies before each, and stays there, since the collector moves objects but keeps their order.
/// </summary>
/// <typeparam name="T">The object, with whatever it makes when it is made.</typeparam>
internal readonly struct PaddedObjects<T>
    where T : class, new()
{
    private readonly T[] _objects;
    private readonly byte[][] _between;

    /// <summary>Makes the objects.</summary>
    /// <param name="folios">Folios of the arena.</param>
    public PaddedObjects(int folios)
    {
        _objects = new T[folios];
        _between = new byte[folios][];
        for (int folio = 0; folio < folios; folio++)
        {
            // First the spare one: the array's length, which everybody reads, is a neighbour of the first object.
            _between[folio] = new byte[NativeBlock.AlignmentBytes];
            _objects[folio] = new T();
        }
    }

    /// <summary>The object of a folio.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of(int folio) => _objects[folio];
}
