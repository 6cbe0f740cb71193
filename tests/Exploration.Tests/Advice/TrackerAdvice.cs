using System.Text.RegularExpressions;
using Atomics.Programs;
using Exploration.Advice;

namespace Exploration.Tests.Advice;

/// <summary>The accesses of the tracker, by id, with what may stand in their place.</summary>
internal sealed partial class TrackerAdvice
{
    /// <summary>A statement has its id within so many lines.</summary>
    private const int StatementLines = 4;

    private readonly Advisor _advisor;
    private readonly ILookup<string, SiteUse> _sites;

    /// <summary>Learns which accesses some scenarios perform.</summary>
    public TrackerAdvice(IEnumerable<ScenarioDeclaration> scenarios)
    {
        // RC11: a relaxed update makes the .NET model guess, and most of these searches would not come to their end.
        _advisor = new Advisor(scenarios, new ExplorationOptions { Model = ModelName.Rc11, TimeBudget = TimeSpan.FromSeconds(20) });
        _sites = _advisor.Sites
            .SelectMany(site => IdsOf(site).Select(id => (id, site)))
            .ToLookup(pair => pair.id, pair => pair.site);
    }

    /// <summary>What was found for an id: which weaker operations do not suffice and where that shows, and which do.</summary>
    public string ResultOf(string id)
    {
        List<Exploration.Advice.Advice> found =
        [
            .. from site in _sites[id]
               from weaker in _advisor.WeakerThan(site)
               select _advisor.Try(site, weaker, TestContext.Current.CancellationToken),
        ];
        if (found.Count == 0)
        {
            return "not reached";
        }

        List<string> needed = [];
        List<string> spare = [];
        List<string> open = [];
        foreach (IGrouping<Weakening, Exploration.Advice.Advice> each in found.GroupBy(one => one.Weakened).OrderBy(group => group.Key))
        {
            Exploration.Advice.Advice? shown = each.FirstOrDefault(one => one.IsNeeded == true);
            (shown is not null ? needed : each.Any(one => one.IsNeeded is null) ? open : spare)
                .Add(shown is null ? NameOf(each.Key) : $"{NameOf(each.Key)} (`{shown.Scenario}`)");
        }

        return string.Join("; ", new[] { Part("needed against", needed), Part("not against", spare), Part("undecided", open) }.OfType<string>());
    }

    private static string? Part(string name, List<string> weakenings) =>
        weakenings.Count == 0 ? null : $"{name} {string.Join(", ", weakenings)}";

    private static string NameOf(Weakening weakening) => weakening switch
    {
        Weakening.AcquireRelease => "acquire-release",
        Weakening.LoadAndStore => "load and store",
        Weakening.NoWait => "no wait",
        _ => weakening.ToString().ToLowerInvariant(),
    };

    /// <summary>The ids beside an operation: those of the first line of its statement that has any.</summary>
    private static IEnumerable<string> IdsOf(SiteUse site)
    {
        string file = Path.IsPathRooted(site.File) ? site.File : Repository.PathOf(site.File);
        return File.ReadLines(file).Skip(site.Line - 1).Take(StatementLines)
            .Select(line => Tag().Matches(line).Select(match => match.Groups[1].Value).ToArray())
            .FirstOrDefault(ids => ids.Length > 0) ?? [];
    }

    [GeneratedRegex(@"// \[([a-z-]+)\]")]
    private static partial Regex Tag();
}
