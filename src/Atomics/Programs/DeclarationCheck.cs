namespace Atomics.Programs;

/// <summary>
/// Refuses declarations of scenarios that mean nothing or two things, with a message that names the culprit.
/// </summary>
internal static class DeclarationCheck
{
    /// <summary>Words: distinct names, and memory of their own.</summary>
    /// <exception cref="ArgumentException">Not so.</exception>
    public static void Words(IReadOnlyList<SharedLocation> locations)
    {
        Unique("location", locations.Select(location => location.Name));
        foreach (SharedLocation location in locations)
        {
            Check(
                location.SizeBytes is sizeof(int) or sizeof(long),
                $"Location '{location.Name}' has {location.SizeBytes} bytes; a word has 4 or 8.");
            Check(
                location.Address != 0 && location.Address % location.SizeBytes == 0,
                $"Location '{location.Name}' is at address {location.Address}; a word of {location.SizeBytes} bytes is "
                + "at a multiple of its size.");
        }

        SharedLocation[] sorted = [.. locations.OrderBy(location => location.Address)];
        for (int index = 1; index < sorted.Length; index++)
        {
            (SharedLocation left, SharedLocation right) = (sorted[index - 1], sorted[index]);
            Check(
                left.Address + left.SizeBytes <= right.Address,
                $"Locations '{left.Name}' and '{right.Name}' share memory: list every word once.");
        }
    }

    /// <summary>Actors: distinct names of actors and of the registers of each, and a body.</summary>
    /// <exception cref="ArgumentException">Not so.</exception>
    public static void Actors(IReadOnlyList<Actor> actors)
    {
        Check(actors.Count > 0, "A scenario needs at least one actor.");
        Unique("actor", actors.Select(actor => actor?.Name));
        foreach (Actor actor in actors)
        {
            Check(actor.Body is not null, $"Actor '{actor.Name}' has no body.");
            Check(actor.RegisterNames is not null,
                $"Actor '{actor.Name}' has no list of registers; give an empty one.");
            Unique($"register of actor '{actor.Name}'", actor.RegisterNames!);
        }
    }

    /// <summary>The names of an outcome: <c>ACTOR.REGISTER</c> and observed words together.</summary>
    /// <exception cref="ArgumentException">A name is there twice.</exception>
    public static void OutcomeNames(IReadOnlyList<string> names) => Unique("value of the outcome", names);

    /// <summary>The location that an observed name stands for.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static SharedLocation Observed(string name, IReadOnlyList<SharedLocation> locations)
    {
        int index = locations.ToList().FindIndex(location => location.Name == name);
        Check(
            index >= 0,
            $"The observed word '{name}' is no location; the locations are "
            + $"{string.Join(", ", locations.Select(location => $"'{location.Name}'"))}.");
        return locations[index];
    }

    private static void Unique(string what, IEnumerable<string?> names)
    {
        HashSet<string> seen = [];
        foreach (string? name in names)
        {
            Check(!string.IsNullOrEmpty(name), $"A {what} has no name.");
            Check(
                name!.Trim() == name && name.AsSpan().IndexOfAny('=', '\n', '\r') < 0,
                $"The {what} '{name}' needs a name without '=' and line breaks, and without blanks at its ends: "
                + "outcomes could not be told apart.");
            Check(seen.Add(name), $"The {what} '{name}' is there twice; names are unique.");
        }
    }

    private static void Check(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new ArgumentException(complaint);
        }
    }
}
