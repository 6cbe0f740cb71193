using System.Runtime.CompilerServices;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>
/// Puts what an execution left in memory into real objects, so that a check sees them as they would be. Static fields
/// get their former values back afterwards.
/// </summary>
internal sealed class FinalMemory : IDisposable
{
    private readonly WovenScenario _scenario;
    private readonly SetUp _setUp;
    private readonly Dictionary<long, object?> _objects = [];
    private readonly List<(StaticField Field, int Offset, Leaf Leaf, long Bits, object? Reference)> _former = [];

    /// <summary>Writes every word that actors have written.</summary>
    public FinalMemory(WovenScenario scenario, SetUp setUp, long[] memory, int[] written)
    {
        (_scenario, _setUp) = (scenario, setUp);
        foreach (int number in written)
        {
            FoundWord word = scenario.Words[number];
            if (word.IsData)
            {
                Put(word, memory[number]);
            }
        }
    }

    /// <summary>What an actor returned, as a check sees it.</summary>
    /// <param name="result">Number of an object, or of a box.</param>
    public object? ValueOf(long result) => ObjectOf(result);

    /// <inheritdoc/>
    public unsafe void Dispose()
    {
        foreach ((StaticField field, int offset, Leaf leaf, long bits, object? reference) in _former)
        {
            Put(ref *(byte*)(field.Address + offset), leaf, bits, reference);
        }
    }

    private unsafe void Put(FoundWord word, long value)
    {
        object? reference = word.Leaf.IsReference ? ObjectOf(value) : null;
        if (_scenario.Objects[word.Owner] is ObjectKey.Static)
        {
            StaticField field = _scenario.Statics.Fields.First(field => field.Number == word.Owner);
            ref byte address = ref *(byte*)(field.Address + word.Offset);
            _former.Add(word.Leaf.IsReference
                ? (field, word.Offset, word.Leaf, 0, Unsafe.As<byte, object?>(ref address))
                : (field, word.Offset, word.Leaf, Word.Load(ref address, word.Leaf.Size), null));
            Put(ref address, word.Leaf, value, reference);
        }
        else if (ObjectOf(word.Owner) is object owner)
        {
            Put(ref Unsafe.Add(ref RawObject.Of(owner), word.Offset), word.Leaf, value, reference);
        }
    }

    private static void Put(ref byte address, Leaf leaf, long bits, object? reference)
    {
        if (leaf.IsReference)
        {
            Unsafe.As<byte, object?>(ref address) = reference;
        }
        else
        {
            Word.Store(ref address, leaf.Size, bits);
        }
    }

    private object? ObjectOf(long number)
    {
        if (!_objects.TryGetValue(number, out object? known))
        {
            known = Make(number, _scenario.Objects[number]);
            _objects.Add(number, known);
        }

        return known;
    }

    private object? Make(long number, ObjectKey? key) => key switch
    {
        null => null,
        ObjectKey.Value value => value.Contents,
        ObjectKey.Boxed boxed => Make(number, boxed.Contents),
        ObjectKey.SetUp => _setUp.ObjectOf(number),
        ObjectKey.Late => _scenario.Late.ObjectOf(number),
        ObjectKey.Made made => made.Shape.Make(),
        ObjectKey.Box box => BoxedWords.Make(box, (reference, _) => ObjectOf(reference)),
        ObjectKey.Function function => Delegate.Combine([.. function.Parts.Select(part =>
            Delegate.CreateDelegate(function.Type, ObjectOf(part.Target), part.Method))]),
        _ => null,
    };
}
