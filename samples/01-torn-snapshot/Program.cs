using Exploration;
using Weaving;

// Two fields that belong together, written one after the other. Whoever reads in between sees half of the change, on
// any machine.
ExplorationResult broken = Check.Class<TornPoint>().Explore(Model.Sc);
Console.WriteLine($"two fields: {broken.Verdict.ToString().ToLowerInvariant()}\n{broken.Counterexample?.ToText()}\n");

// One reference to an immutable pair: the change is one store.
ExplorationResult repaired = Check.Class<WholePoint>().Explore(Model.Dotnet);
Console.WriteLine(
    $"one reference: {repaired.Verdict.ToString().ToLowerInvariant()} in {repaired.Executions} executions");

internal sealed class TornPoint
{
    private int _x, _y;

    [Actor]
    public void Move() => (_x, _y) = (1, 1);

    [Actor]
    public int Look() => _x - _y;

    [Invariant]
    public static string? IsWhole(int look) => look == 0 ? null : $"x - y = {look}, expected 0";
}

internal sealed class WholePoint
{
    private Point _point = new(0, 0);

    [Actor]
    public void Move() => _point = new Point(1, 1);

    [Actor]
    public int Look()
    {
        Point seen = _point;
        return seen.X - seen.Y;
    }

    [Invariant]
    public static string? IsWhole(int look) => look == 0 ? null : $"x - y = {look}, expected 0";

    private sealed class Point(int x, int y)
    {
        public int X { get; } = x;

        public int Y { get; } = y;
    }
}
