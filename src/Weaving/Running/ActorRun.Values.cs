using Exploration.Actors;
using Weaving.Objects;
using Weaving.Refusals;

namespace Weaving.Running;

/// <content>Objects as numbers of the model, and back: one's own, stand-ins for those of others, and values that never
/// change.</content>
internal sealed partial class ActorRun
{
    private long EncodeInitial(object? value) => value is null ? 0
        : value is string text && IsLate(text) ? scenario.Late.NumberOf(text)
        : TryEncode(value) is long number and > 0 ? number
        : scenario.Late.NumberOf(value);

    private long Encode(object? value)
    {
        if (value is null)
        {
            return 0;
        }

        long number = TryEncode(value);
        return number > 0 ? number : throw Refuse(
            Site, $"shares an object of type {value.GetType()}, which is not rewritten",
            "Share objects of the assembly under test only, or --include its namespace.");
    }

    private long TryEncode(object value)
    {
        if (_known.NumberOf(value) is long known and > 0)
        {
            return known;
        }

        if (setUp.NumberOf(value) is long old and > 0)
        {
            return old;
        }

        return value switch
        {
            ValueType => scenario.Objects.Number(KeyOfBox(value)),
            string text => EncodeText(text),
            _ when SetUp.IsValue(value) => scenario.Objects.Number(new ObjectKey.Value(value)),
            Array { Length: 0 } => scenario.Objects.Number(new ObjectKey.Made(
                ObjectKey.Made.Nobody, ObjectShape.Of(value), 0)),
            Delegate function => EncodeFunction(function),
            _ => scenario.Late.Find(value),
        };
    }

    private ObjectKey KeyOfBox(object value)
    {
        ObjectKey.Box contents = BoxedWords.Of(value, Encode);
        return setUp.BoxOf(value) is int index and >= 0
            ? new ObjectKey.Boxed(ObjectKey.Made.Nobody, index, contents)
            : contents;
    }

    private long EncodeText(string text)
    {
        if (IsLiteral(text))
        {
            return NumberOfContents(text);
        }

        if (setUp.BoxOf(text) is int index and >= 0)
        {
            return scenario.Objects.Number(new ObjectKey.MadeText(ObjectKey.Made.Nobody, index, text));
        }

        if (scenario.Late.Find(text) is long late and > 0)
        {
            return late;
        }

        long number = scenario.Objects.Number(new ObjectKey.MadeText(actor, _boxes++, text));
        Know(text, number, through: -1);
        return number;
    }

    /// <summary>The number that all equal texts have where it does not matter which of them it is.</summary>
    private long NumberOfContents(string text)
    {
        // A copy, for the text itself is none that the code spells out, and must not become one.
        string literal = string.IsInterned(text) ?? string.Intern(new string(text.AsSpan()));
        return scenario.Objects.Number(new ObjectKey.Value(literal));
    }

    /// <summary>Whether a text is one that the code spells out: these are one object wherever they are.</summary>
    private static bool IsLiteral(string text) => text.Length == 0 || ReferenceEquals(string.IsInterned(text), text);

    /// <summary>Whether nobody knows where a text comes from: from a static field of a generic type.</summary>
    private bool IsLate(string text) =>
        !IsLiteral(text) && setUp.BoxOf(text) < 0 && _known.NumberOf(text) == 0;

    /// <summary>A result, which is what it holds, whoever boxed it.</summary>
    private long EncodeResult(object? value) =>
        value is ValueType ? scenario.Objects.Number(BoxedWords.Of(value, Encode))
            : value is string text ? NumberOfContents(text)
            : Encode(value);

    private long EncodeFunction(Delegate function)
    {
        DelegatePart[] parts = [
            .. function.GetInvocationList().Select(part => new DelegatePart(part.Method, Encode(part.Target)))];
        string methods = string.Join(' ', parts.Select(part => $"{part.Method.MethodHandle.Value}@{part.Target}"));
        return scenario.Objects.Number(new ObjectKey.Function(function.GetType(), methods, parts));
    }

    /// <summary>The run has made a delegate or a box, and with it stored what these hold.</summary>
    public void Hold(object whole, int site)
    {
        if (whole is ValueType)
        {
            ObjectKey key = new ObjectKey.Boxed(actor, _boxes++, BoxedWords.Of(whole, Encode));
            Know(whole, scenario.Objects.Number(key), through: -1);
        }
        else if (whole is Delegate { Target: object target } && target.GetType().Name != "<>c")
        {
            // What the compiler keeps for all, the delegate of a lambda that captures nothing, is one object.
            _fresh.Add(whole);
        }

        object[] parts = [.. HeldWords.In(whole).Where(CanChange)];
        if (parts.Length == 0)
        {
            return;
        }

        long number = Encode(whole);
        for (int index = 0; index < parts.Length; index++)
        {
            int word = WordBeside(number, HeldWords.Of(actor, index), HeldWords.LeafOf, "by");
            Perform(word, OperationKind.Write, Ordering.Plain, Encode(parts[index]), 0, through: -1, site);
        }
    }

    /// <summary>Whether an object has words that code writes, or holds one that has.</summary>
    private bool CanChange(object part) => part is Delegate || SetUp.IsValue(part)
        ? HeldWords.In(part).Any(CanChange)
        : HasWords(part) && (part is Array || Layout.OfObject(part.GetType()).Leaves.Length > 0);

    /// <summary>An object of this run for a number: a new one each time.</summary>
    private object? Decode(long number, Type type, int through)
    {
        if (number == 0)
        {
            return null;
        }

        if (_known.StandInAgain(number, through) is object again)
        {
            return again;
        }

        switch (scenario.Objects[number])
        {
            case ObjectKey.Value value:
                return value.Contents;
            case ObjectKey.MadeText { Actor: ObjectKey.Made.Nobody } text:
                return setUp.BoxAt(text.Count);
            case ObjectKey.MadeText text:
                return Know(new string(text.Contents.AsSpan()), number, through);
            case ObjectKey.Box box:
                return Unpack(box, through);
            case ObjectKey.Boxed boxed:
                return Know(Unpack(boxed.Contents, through), number, through);
            case ObjectKey.Function function:
                return Delegate.Combine([.. function.Parts.Select(part =>
                    Delegate.CreateDelegate(function.Type, Decode(part.Target, typeof(object), through),
                        part.Method))]);
            case ObjectKey.SetUp made:
                return setUp.ObjectOf(number) is object real && !HasWords(real)
                    ? real
                    : StandIn(number, made.Shape, through);
            case ObjectKey.Made made:
                return StandIn(number, made.Shape, through);
            case ObjectKey.Late:
                return Know(scenario.Late.ObjectOf(number)!, number, through);
            default:
                return type is { IsAbstract: false, IsArray: false } && scenario.IsWoven(type)
                    ? Know(new ObjectShape(type, 0).Make(), number, through)
                    : throw _runner.Refuse(new UnsupportedCodeException(new Refusal(
                        scenario.Name, "", "reads a reference that no write can have left",
                        "This is a defect of the checker: report it.")));
        }
    }

    private object Unpack(ObjectKey.Box box, int through) =>
        BoxedWords.Make(box, (reference, leaf) => Decode(reference, leaf.Type, through));

    /// <summary>What a readonly field holds, as what was read through the reference that led to it.</summary>
    private object? Constant(in Place place, object value, Leaf leaf)
    {
        (object Owner, int Offset) key = (place.Owner!, place.Offset);
        if (!_constants.TryGetValue(key, out object? known))
        {
            known = Decode(Encode(value), leaf.Type, place.Through);
            _constants.Add(key, known);
        }

        return known;
    }

    /// <summary>Whether an object only stands for one: what the framework keeps in it is not there.</summary>
    public bool IsStandIn(object value) =>
        _known.ThroughOf(value) >= 0 && scenario.Objects[_known.NumberOf(value)] is not ObjectKey.Late;

    private object Know(object value, long number, int through)
    {
        if (_known.NumberOf(value) == 0)
        {
            _known.Add(value, number, through, HasWords(value));
        }

        return value;
    }

    private object StandIn(long number, ObjectShape shape, int through)
    {
        object made = shape.Make();
        _known.AddStandIn(made, number, through, HasWords(made));
        return made;
    }

    private bool HasWords(object value) =>
        value is Array array
            ? array.Length > 0 && ObjectShape.Fits(array)
            : value is not ValueType && scenario.IsWoven(value.GetType());
}
