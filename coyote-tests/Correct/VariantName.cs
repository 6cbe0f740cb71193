using System.Text.RegularExpressions;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace CoyoteTests.Correct;

/// <summary>
/// A correct variant as text, such as <c>seqcount exclusive 3W 1R 4V</c>: test names have it, and a command line may
/// give it. What is left out has the scenario's usual value.
/// </summary>
internal static partial class VariantName
{
    /// <summary>What a name consists of, for error messages.</summary>
    public static readonly string Form =
        $"SCENARIO [{string.Join('|', Protocols.Names)}] [nW] [nR] [nV] [{StampedWord}] "
        + $"[{TrackerSelection.AcquireReading}]";

    private const string StampedWord = "stamped";

    /// <summary>The words of a variant's name.</summary>
    public static IEnumerable<string> Words(string scenario, ScenarioOptions options)
    {
        yield return scenario;
        yield return options.Tracker.Protocol;
        yield return $"{options.Writers}W";
        yield return $"{options.Readers}R";
        yield return $"{options.Values}V";
        if (options.Tracker.IsStamped)
        {
            yield return StampedWord;
        }

        if (options.Tracker.Reading != TrackerSelection.BarrierReading)
        {
            yield return options.Tracker.Reading;
        }
    }

    /// <summary>The variant of a name.</summary>
    /// <returns>Null if there is no such variant.</returns>
    public static CorrectCase? Parse(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ScenarioEntry? entry = ScenarioCatalogue.All.FirstOrDefault(entry => entry.Name == words.FirstOrDefault());
        ScenarioOptions? options = words.Skip(1)
            .Aggregate(entry?.Defaults, (options, word) => options is null ? null : With(options, word));
        return options is null || entry!.FindMisfit(options) is not null ? null : new CorrectCase(entry.Name, options);
    }

    private static ScenarioOptions? With(ScenarioOptions options, string word)
    {
        Match size = Size().Match(word);
        int number = size.Success ? word[0] - '0' : 0;
        return (size.Success ? word[1] : ' ', word) switch
        {
            ('W', _) => options with { Writers = number },
            ('R', _) => options with { Readers = number },
            ('V', _) => options with { Values = number },
            (_, StampedWord) => options with { Tracker = options.Tracker with { IsStamped = true } },
            (_, TrackerSelection.AcquireReading) => options with { Tracker = options.Tracker with { Reading = word } },
            _ when Protocols.Names.Contains(word) =>
                options with { Tracker = options.Tracker with { Protocol = word } },
            _ => null,
        };
    }

    // The sizes that a scenario takes.
    [GeneratedRegex("^([1-4]W|[0-4]R|[1-6]V)$")]
    private static partial Regex Size();
}
