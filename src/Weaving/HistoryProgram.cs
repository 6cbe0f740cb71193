using System.Globalization;
using Exploration.Actors;
using Weaving.Linearizability;
using Weaving.Running;

namespace Weaving;

/// <summary>Actors that call the operations of one subject, and the judgement of what they returned.</summary>
internal static class HistoryProgram
{
    private const int MaxCalls = 64;

    /// <summary>The program of some calls.</summary>
    /// <exception cref="ArgumentException">There are too many.</exception>
    public static WovenProgram Of(
        WovenAssembly assembly, Type subject, Type specification, OperationCall[][] actors, bool hasClock)
    {
        OperationCall[] calls = [.. actors.SelectMany(each => each)];
        if (calls.Length > MaxCalls)
        {
            throw new ArgumentException($"The program has {calls.Length} calls; at most {MaxCalls} are looked at.");
        }

        Func<object> makeSpecification = Bodies.MakerOf(specification);
        return new WovenProgram
        {
            Name = subject.FullName!,
            StateType = typeof(object),
            MakeState = Bodies.MakerOf(subject),
            Actors =
                [
                    .. actors.Select((each, index) =>
                        new WovenActor($"Actor{index.ToString(CultureInfo.InvariantCulture)}", typeof(void), _ => null)
            {
                Calls = [.. each.Select(call => call.OnSubject)],
            })],
            Judge = (_, _) => null,
            HasClock = hasClock,
            History = (results, preceding) => Judge(makeSpecification, actors, calls, results, preceding),
            Statics = assembly.StaticsOf(subject),
            IsWoven = assembly.IsWoven,
        };
    }

    private static CodeOutcome Judge(
        Func<object> makeSpecification, OperationCall[][] actors, OperationCall[] calls, object?[] results,
        ulong[] preceding)
    {
        string text = Describe(actors, results);
        History history = new(makeSpecification, calls, results, preceding);
        if (history.IsLinearizable())
        {
            return new CodeOutcome(text, [], null);
        }

        IEnumerable<string> stuck = calls.Select((call, index) => (call.With(results[index]), index))
            .Where(each => (history.Stuck >> each.index & 1) != 0).Select(each => each.Item1);
        return new CodeOutcome(text, [],
            $"no order of the calls explains {text}: behind {history.Explained} of them comes neither "
            + $"{string.Join(" nor ", stuck)}");
    }

    private static string Describe(OperationCall[][] actors, object?[] results)
    {
        int next = 0;
        return string.Join(" | ",
            actors.Select(each => string.Join("; ", each.Select(call => call.With(results[next++])))));
    }
}
