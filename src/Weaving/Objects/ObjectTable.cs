using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Exploration;

namespace Weaving.Objects;

/// <summary>
/// Numbers objects, the same for all runs, workers and searches of a scenario, in whichever process they are and in
/// whichever order they find them: a number is a hash of the object's key. 0 is null.
/// </summary>
/// <param name="actors">The names of the actors.</param>
internal sealed class ObjectTable(IReadOnlyList<string> actors)
{
    /// <summary>Numbers fit exactly into a <see cref="double"/>, as the numbers of JSON are read.</summary>
    private const int Bits = 52;

    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, long> _numbers = [];
    private readonly Dictionary<long, ObjectKey> _keys = [];
    private readonly Dictionary<long, string> _names = [];
    private readonly Dictionary<string, int> _byType = [];

    /// <summary>What a number stands for; null for one that nobody has handed out.</summary>
    public ObjectKey? this[long number]
    {
        get
        {
            lock (_lock)
            {
                return _keys.GetValueOrDefault(number);
            }
        }
    }

    /// <summary>The number of an object.</summary>
    /// <exception cref="ExplorationException">Two objects have one number.</exception>
    public long Number(ObjectKey key)
    {
        lock (_lock)
        {
            if (!_numbers.TryGetValue(key, out long number))
            {
                number = HashOf(key.Text);
                if (!_keys.TryAdd(number, key))
                {
                    throw new ExplorationException(
                        $"Two objects have the number {number}: '{_keys[number].Text}' and '{key.Text}'. "
                        + "Rename something in the program.");
                }

                _names.Add(number, NameOf(key));
                _numbers.Add(key, number);
            }

            return number;
        }
    }

    /// <summary>A number for a text, above 0.</summary>
    public static long HashOf(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Math.Max(1, BinaryPrimitives.ReadInt64LittleEndian(hash) & ((1L << Bits) - 1));
    }

    /// <summary>
    /// An object as a programmer would speak of it, such as <c>Push's Node#3</c> in <c>Push's Node#3.Next</c>.
    /// </summary>
    public string NameOf(long number)
    {
        lock (_lock)
        {
            return number == 0 ? "null" : _names.GetValueOrDefault(number, "an object that nobody made");
        }
    }

    /// <summary>The same where it is a value: <c>Node#3 (made by Push)</c>.</summary>
    public string ValueOf(long number) => this[number] is ObjectKey.Made { Actor: not ObjectKey.Made.Nobody } made
        ? $"{made.Shape.Name}#{made.Count} (made by {actors[made.Actor]})"
        : NameOf(number);

    private string NameOf(ObjectKey key) => key switch
    {
        ObjectKey.Value { Contents: string text } => $"\"{text}\"",
        ObjectKey.MadeText text => $"\"{text.Contents}\"",
        ObjectKey.Value value => $"{value.Contents}",
        ObjectKey.Box box => BoxedWords.NameOf(box),
        ObjectKey.Boxed boxed => NameOf(boxed.Contents),
        ObjectKey.Function function =>
            $"delegate {function.Parts[0].Method.DeclaringType?.Name}.{function.Parts[0].Method.Name}",
        ObjectKey.SetUp { Index: 0 } root => TypeName.Of(root.Shape.Type),
        ObjectKey.SetUp made => Ordinal(made.Shape.Type),
        ObjectKey.Made { Actor: ObjectKey.Made.Nobody } empty => empty.Shape.Name,
        ObjectKey.Made made => $"{actors[made.Actor]}'s {made.Shape.Name}#{made.Count}",
        ObjectKey.Late late => $"static {TypeName.Of(late.Type)}#{late.Count}",
        ObjectKey.Static field => $"{TypeName.Of(field.Type)}.{field.Field}",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "No kind of object."),
    };

    /// <summary>Set-ups are all alike, and the first one is walked before anything else is named.</summary>
    private string Ordinal(Type type)
    {
        string name = TypeName.Of(type);
        int count = _byType.GetValueOrDefault(name) + 1;
        _byType[name] = count;
        return $"{name}#{count}";
    }
}
