using Exploration.Actors;
using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Models;

/// <summary>The words of a program in the notation of the tables, and its values as the explorer holds them.</summary>
internal sealed class Words
{
    private const long FirstObject = 1_000_000;

    private readonly ProgramTraces _traces;
    private readonly List<string> _objects;
    private readonly HashSet<Location> _references;

    public Words(ProgramTraces traces)
    {
        _traces = traces;
        Locations = [.. traces.Locations.OrderBy(location => location.Text, StringComparer.Ordinal)];
        (Location Location, Value Value)[] objects = [.. traces.Possible.SelectMany(runs => runs).SelectMany(run => run.Events)
            .Where(each => each.IsWrite).Select(each => (each.Location, each.Value))
            .Concat(Locations.Select(location => (location, traces.InitialOf(location))))
            .Where(each => each.Item2.IsObject)];
        _references = [.. objects.Select(each => each.Location)];
        _objects = [.. objects.Select(each => each.Value.Object!)
            .Concat(Locations.Select(location => location.Owner).OfType<string>()).Distinct().Order(StringComparer.Ordinal)];
    }

    public Location[] Locations { get; }

    public Value InitialOf(Location location) => _traces.InitialOf(location);

    public int IndexOf(Location location) => Array.IndexOf(Locations, location);

    public WordTraits TraitsOf(Location location) =>
        new(location.Owner is null ? 0 : FirstObject + _objects.IndexOf(location.Owner), _references.Contains(location));

    public long Encode(Value value) => value.Object is string name ? FirstObject + _objects.IndexOf(name) : value.Number;

    public Value Decode(long value) =>
        value >= FirstObject && value < FirstObject + _objects.Count ? new Value(0, _objects[(int)(value - FirstObject)]) : new Value((int)value);
}
