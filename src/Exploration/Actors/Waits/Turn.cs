using System.Globalization;

namespace Exploration.Actors.Waits;

/// <summary>What an actor does in a turn of a loop, pauses left out, and what each operation found.</summary>
/// <param name="Operations">Steps of the loop (<see cref="Operation.InTurn"/>); none of them changes a word.</param>
/// <param name="Found">What each operation's word held; 0 for a barrier.</param>
internal sealed record Turn(Operation[] Operations, long[] Found)
{
    private string? _key;

    /// <summary>Equal for equal turns.</summary>
    public string Key => _key ??= string.Join(
        ' ',
        Operations.Zip(Found, (operation, found) =>
            $"{operation.Kind}.{operation.Ordering}.{operation.Location}."
            + $"{operation.Operand}.{operation.Comparand}.{operation.Through}={found}"));

    /// <summary>A key with other names for the words.</summary>
    public static string Rename(string key, Func<long, long> rename) => string.Join(' ', key.Split(' ').Select(step =>
    {
        string[] parts = step.Split('.', 4);
        long word = long.Parse(parts[2], CultureInfo.InvariantCulture);
        return word < 0 ? step : $"{parts[0]}.{parts[1]}.{rename(word)}.{parts[3]}";
    }));

    /// <summary>Equal for equal turns at the same place of an actor's code, in whatever search.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="pause">The node of the pause that ends the turn.</param>
    public string KeyAt(Replay replay, int pause)
    {
        List<long> history = [];
        replay.Tree.History(pause, 0, history);
        return $"{string.Join(' ', history)} | {Key}";
    }

    /// <summary>Number of operations.</summary>
    public int Length => Operations.Length;

    /// <summary>The shortest turn that it is several times, or itself.</summary>
    public Turn Shortest
    {
        get
        {
            int length = Enumerable.Range(1, Length).First(HasPeriod);
            return length == Length ? this : new Turn(Operations[..length], Found[..length]);
        }
    }

    /// <summary>Whether every operation that tells the actor something finds in memory what it found here.</summary>
    /// <param name="memory">What memory holds, by location.</param>
    public bool IsFoundIn(long[] memory)
    {
        for (int index = 0; index < Length; index++)
        {
            if (Operations[index].Returns && memory[Operations[index].Location] != Found[index])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it is a shorter turn several times.</summary>
    /// <param name="length">Length of the shorter turn.</param>
    public bool HasPeriod(int length)
    {
        for (int index = length; index < Length; index++)
        {
            if (Operations[index] != Operations[index - length] || Found[index] != Found[index - length])
            {
                return false;
            }
        }

        return Length % length == 0;
    }
}
