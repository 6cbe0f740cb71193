using Exploration;
using Weaving;
using Weaving.Refusals;

namespace WeavingTests;

/// <summary>The classes of tests/Cases, in both flavours, and what is expected of them.</summary>
internal static class OpenCases
{
    private static readonly Dictionary<string, Lazy<WovenAssembly>> Flavours = new()
    {
        ["debug"] = Load("debug"),
        ["release"] = Load("release"),
        ["included"] = Load(
            "release", "System.Collections.Generic", "System.Collections.Concurrent", "System.Collections.Immutable",
            "System.Text"),
    };

    /// <summary>The rows of a table: class, model, expected verdict.</summary>
    public static IEnumerable<(string Class, ModelName Model, string Verdict)> Rows(string table)
    {
        string[][] lines = [.. File.ReadAllLines(Repository.PathOf("tests", "Cases", table))
            .Select(line => line.Split('\t'))];
        return lines[1..].SelectMany(cells => Enumerable.Range(1, 3).Select(column =>
            (cells[0], Enum.Parse<ModelName>(lines[0][column], ignoreCase: true), cells[column])));
    }

    private static Lazy<WovenAssembly> Load(string flavour, params string[] include) =>
        new(() =>
            WovenAssembly.Load(Repository.PathOf("artifacts", "bin", "Cases", flavour, "OpenCases.dll"), include));

    /// <summary>The rewritten assembly of a flavour.</summary>
    public static WovenAssembly Of(string flavour) => Flavours[flavour].Value;

    /// <summary>What a search of a class says, as the tables spell it.</summary>
    public static string Verdict(string flavour, string name, ModelName model)
    {
        try
        {
            ExplorationResult result = CodeExplorer.Explore(Of(flavour), name.Contains('.')
                ? name
                : $"Cases.{name}", new ExplorationOptions { Model = model });
            return result.Verdict switch
            {
                ExplorationVerdict.Passed => "pass",
                ExplorationVerdict.Violated => "refuted",
                _ => $"inconclusive: {string.Join("; ", result.Bounds.Select(bound => bound.Reason))}",
            };
        }
        catch (UnsupportedCodeException)
        {
            return "unsupported";
        }
    }
}
