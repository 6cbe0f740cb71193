using System.Reflection;
using System.Runtime.CompilerServices;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>
/// Puts what an execution left in memory into real objects, so that a check sees them as they would be. All get their
/// former values back afterwards.
/// </summary>
internal sealed class FinalMemory : IDisposable
{
    private readonly WovenScenario _scenario;
    private readonly SetUp _setUp;
    private readonly Dictionary<long, object?> _objects = [];
    private readonly Stack<Action> _restore = [];

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
    public void Dispose()
    {
        while (_restore.TryPop(out Action? restore))
        {
            restore();
        }
    }

    private void Put(FoundWord word, long value)
    {
        object? reference = word.Leaf.IsReference ? ObjectOf(value) : null;
        if (_scenario.Objects[word.Owner] is ObjectKey.Static)
        {
            FieldInfo field = _scenario.Statics[word.Owner].Info;
            object? former = field.GetValue(null);
            _restore.Push(() => field.SetValue(null, former));
            StaticHolder holder = StaticHolder.Of(field.FieldType, former);
            Put(holder, word, value, reference);
            field.SetValue(null, holder.Boxed);
        }
        else if (ObjectOf(word.Owner) is object owner)
        {
            // What static fields lead to is the same object in every set-up.
            ref byte address = ref Unsafe.Add(ref RawObject.Of(owner), word.Offset);
            object? former = word.Leaf.IsReference ? Unsafe.As<byte, object?>(ref address) : null;
            long bits = word.Leaf.IsReference ? 0 : Word.Load(ref address, word.Leaf.Size);
            _restore.Push(() => Put(owner, word, bits, former));
            Put(owner, word, value, reference);
        }
    }

    private static void Put(object owner, FoundWord word, long bits, object? reference)
    {
        Leaf leaf = word.Leaf;
        ref byte address = ref Unsafe.Add(ref RawObject.Of(owner), word.Offset);
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
        ObjectKey.MadeText { Actor: ObjectKey.Made.Nobody } text => _setUp.BoxAt(text.Count),
        ObjectKey.MadeText text => new string(text.Contents.AsSpan()),
        ObjectKey.Boxed { Actor: ObjectKey.Made.Nobody } boxed => _setUp.BoxAt(boxed.Count),
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
