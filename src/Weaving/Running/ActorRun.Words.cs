using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;
using Weaving.Objects;
using Weaving.Refusals;

namespace Weaving.Running;

/// <content>Which word an access means, and its operation.</content>
internal sealed partial class ActorRun
{
    /// <summary>A type initializer that threw would leave the rest of the run unseen.</summary>
    private void RequireNoSetUp()
    {
        if (UnrecordedCode.IsInInitializer)
        {
            throw Refuse(new Refusal(scenario.Name, "", "throws in a type initializer", "Let type initializers end."));
        }
    }

    private long Perform(int word, OperationKind kind, Ordering ordering, long operand, long comparand,
        int through, int site)
    {
        _operations++;
        return _runner.AccessFound(word, kind, ordering, operand, comparand, through, site);
    }

    private Leaf LeafAt(in Place place, int size, int site)
    {
        Layout layout = LayoutAt(place, out int offset);
        if (layout.Overlap is (Leaf first, Leaf second))
        {
            throw Refuse(new Refusal(
                $"{OwnerType(place)}.{first.Path}", "", $"and {second.Path} overlap (FieldOffset {second.Offset})",
                "Words of mixed size are not modelled: give each field memory of its own."));
        }

        return layout.At(offset) is Leaf leaf && leaf.Size == size
            ? leaf
            : throw Refuse(site, "touches a part of a word, or several at once",
                "Access each field as what it is declared as.");
    }

    private static string OwnerType(in Place place) => place.Static?.Name ?? TypeName.Of(place.Owner!.GetType());

    private static Layout LayoutAt(in Place place, out int offset)
    {
        offset = place.Offset;
        if (place.Static is StaticField field)
        {
            return field.Layout;
        }

        if (place.Owner is not Array array)
        {
            return Layout.OfObject(place.Owner!.GetType());
        }

        Layout element = SetUp.ElementOf(array);
        offset = (offset - RawObject.ElementsOffset(array)) % element.Size;
        return element;
    }

    private int WordAt(Place place, Leaf leaf)
    {
        int word = scenario.Words.Find(place.Number, place.Offset);
        return word >= 0 ? word : _runner.Find(() => Find(place, leaf));
    }

    /// <summary>A word that belongs to an object and is none of its fields or elements.</summary>
    /// <param name="number">The object.</param>
    /// <param name="part">Which word: negative.</param>
    /// <param name="leafOf">What a word is.</param>
    /// <param name="preposition">Stands between its name and the object's.</param>
    private int WordBeside(long number, int part, Func<int, Leaf> leafOf, string preposition)
    {
        int word = scenario.Words.Find(number, part);
        return word >= 0 ? word : AddBeside(number, leafOf(part), preposition);
    }

    // Apart: what the lambda keeps would be allocated for every access.
    private int AddBeside(long number, Leaf leaf, string preposition) => _runner.Find(() => scenario.Words.Add(
        new FoundWord(number, leaf.Offset, leaf, IsData: false),
        $"{leaf.Path} {preposition} {scenario.Objects.NameOf(number)}", 0));

    private int Find(in Place place, Leaf leaf)
    {
        string name = NameOf(place, leaf);
        if (scenario.Words.IsFull)
        {
            CodeSite at = CodeSites.At(Site);
            throw new UnsupportedCodeException(new Refusal(
                at.Member, at.ToString(),
                $"touches {name}, one word more than the {GraphLimits.MaxLocations} that actors may share",
                "Make the program smaller."));
        }

        return scenario.Words.Add(
            new FoundWord(place.Number, place.Offset, leaf, IsData: true), name, InitialOf(place, leaf));
    }

    private string NameOf(in Place place, Leaf leaf)
    {
        if (place.Static is StaticField field)
        {
            return leaf.Path.Length == 0 ? field.Name : $"{field.Name}.{leaf.Path}";
        }

        string owner = scenario.Objects.NameOf(place.Number);
        if (place.Owner is Array array)
        {
            int index = (place.Offset - RawObject.ElementsOffset(array)) / SetUp.ElementOf(array).Size;
            return $"{owner}[{IndicesOf(array, index)}]{(leaf.Path.Length == 0 ? "" : $".{leaf.Path}")}";
        }

        return ReferenceEquals(setUp.ObjectOf(place.Number), setUp.Root) ? leaf.Path : $"{owner}.{leaf.Path}";
    }

    private static string IndicesOf(Array array, int index)
    {
        if (array.Rank == 1)
        {
            return $"{index}";
        }

        string indices = "";
        for (int dimension = array.Rank - 1; dimension >= 0; dimension--)
        {
            int length = Math.Max(1, array.GetLength(dimension));
            indices = $"{index % length}{(indices.Length == 0 ? "" : ", ")}{indices}";
            index /= length;
        }

        return indices;
    }

    private long InitialOf(in Place place, Leaf leaf)
    {
        // A check that runs elsewhere has final values in objects that all set-ups share.
        lock (scenario.SettingUp)
        {
            object? real = place.Static is StaticField field
                ? StaticHolder.Of(field.Info.FieldType, setUp.ValueOf(field.Info))
                : setUp.ObjectOf(place.Number) ?? scenario.Late.ObjectOf(place.Number);
            if (real is null)
            {
                return 0;
            }

            ref byte address = ref Unsafe.Add(ref RawObject.Of(real), place.Offset);
            return leaf.IsReference
                ? EncodeInitial(Unsafe.As<byte, object?>(ref address))
                : Word.Load(ref address, leaf.Size);
        }
    }
}
