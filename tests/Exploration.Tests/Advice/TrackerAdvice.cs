using System.Text.RegularExpressions;
using Atomics.Programs;
using Exploration.Advice;
using OneAdvice = Exploration.Advice.Advice;

namespace Exploration.Tests.Advice;

/// <summary>The accesses of the tracker, by id, with what may stand in their place.</summary>
internal sealed partial class TrackerAdvice
{
    /// <summary>A statement has its id within so many lines.</summary>
    private const int StatementLines = 4;

    private readonly Advisor _advisor;
    private readonly ILookup<string, SiteUse> _sites;

    /// <summary>Learns which accesses some scenarios perform.</summary>
    /// <remarks>RC11: it has the weaker updates that C# lacks.</remarks>
    /// <param name="scenarios">The scenarios.</param>
    public TrackerAdvice(IEnumerable<ScenarioDeclaration> scenarios)
    {
        ExplorationOptions options = new() { Model = ModelName.Rc11 };
        _advisor = new Advisor(scenarios, options, TestContext.Current.CancellationToken);
        _sites = _advisor.Sites
            .SelectMany(site => IdsOf(site).Select(id => (id, site)))
            .ToLookup(pair => pair.id, pair => pair.site);
    }

    /// <summary>What was found for an id: which weaker operations break a scenario, and which do not.</summary>
    public string ResultOf(string id)
    {
        ILookup<Weakening, OneAdvice> found = _sites[id]
            .SelectMany(site => _advisor.Weaken(site, TestContext.Current.CancellationToken))
            .ToLookup(advice => advice.Weakened);
        if (found.Count == 0)
        {
            return "-";
        }

        List<string> needed = [];
        List<string> spare = [];
        List<string> open = [];
        foreach (IGrouping<Weakening, OneAdvice> each in found.OrderBy(group => group.Key))
        {
            string name = AdviceWords.Of(each.Key);
            if (each.FirstOrDefault(one => one.IsNeeded == true) is OneAdvice shown)
            {
                needed.Add($"{name} (`{shown.Scenario}`)");
            }
            else
            {
                (each.Any(one => one.IsNeeded is null) ? open : spare).Add(name);
            }
        }

        return string.Join(
            "; ", new[] { Part("breaks", needed), Part("enough", spare), Part("open", open) }.OfType<string>());
    }

    private static string? Part(string name, List<string> weakenings) =>
        weakenings.Count == 0 ? null : $"{name}: {string.Join(", ", weakenings)}";

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
