using System.Globalization;

namespace Campaigns.Work;

/// <summary>Which of several workers this is.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct Shard(int Index, int Count)
{
    /// <summary>Most workers of a campaign.</summary>
    public const int MaxCount = 100_000;

    /// <summary>What a text for a shard looks like.</summary>
    public const string Accepted = "i/n with i from 1 to n, such as 3/8";

    /// <summary>
    /// The variables that say it, of Slurm, Kubernetes, Bazel and CI servers: index, count, and what the first index
    /// is. Slurm's own minimum may be any number.
    /// </summary>
    private static readonly (string Index, string Count, string? First, int Usual)[] s_variables =
    [
        ("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN", 1),
        ("JOB_COMPLETION_INDEX", "JOB_COMPLETIONS", null, 0),
        ("TEST_SHARD_INDEX", "TEST_TOTAL_SHARDS", null, 0),
        ("CI_NODE_INDEX", "CI_NODE_TOTAL", null, 1),
    ];

    /// <summary>Reads <c>3/8</c>.</summary>
    /// <returns>Null if it is no shard.</returns>
    public static Shard? TryParse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2 && TryNumber(parts[0], out int index) && TryNumber(parts[1], out int count)
            && count is >= 1 and <= MaxCount && index >= 1 && index <= count
                ? new Shard(index, count)
                : null;
    }

    /// <summary>The shard that the environment names; null if it names none.</summary>
    /// <param name="variable">Reads a variable.</param>
    /// <exception cref="CampaignException">Variables name a shard that cannot be, or several shards.</exception>
    public static Shard? FromEnvironment(Func<string, string?> variable)
    {
        (string Index, Shard Shard)[] named = [.. s_variables
            .Where(each => variable(each.Index) is { Length: > 0 })
            .Select(each => (each.Index, Read(each, variable)))];
        if (Array.Find(named, other => other.Shard != named[0].Shard) is { Index: not null } other)
        {
            throw new CampaignException($"{named[0].Index} names shard {named[0].Shard.Index}/{named[0].Shard.Count} "
                + $"and {other.Index} {other.Shard.Index}/{other.Shard.Count}; accepted: one of them, or --shard "
                + Accepted);
        }

        return named.Length == 0 ? null : named[0].Shard;
    }

    private static Shard Read(
        (string Index, string Count, string? First, int Usual) names, Func<string, string?> variable)
    {
        string? index = variable(names.Index);
        string? count = variable(names.Count);
        string first = names.First is null ? $"{names.Usual}" : variable(names.First) ?? $"{names.Usual}";
        return TryNumber(index!, out int number) && TryNumber(first, out int zero)
            && TryParse($"{number - zero + 1}/{count}") is Shard shard
                ? shard
                : throw new CampaignException($"{names.Index}={index} with {names.Count}={count} names no shard; "
                    + $"accepted: a number of {names.Count} ones, from {first}, or --shard {Accepted}");
    }

    /// <summary>The cells of this worker: every so-manieth.</summary>
    public IEnumerable<T> Of<T>(IEnumerable<T> cells)
    {
        Shard shard = this;
        return cells.Where((_, index) => index % shard.Count == shard.Index - 1);
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
