using Exploration;
using Weaving;

// The reader that many write: a plain copy, then a volatile read of the version. An acquire keeps later accesses behind
// it; nothing keeps the copy before it. Right under sequential consistency and on x86.
foreach (ModelName model in (ModelName[])[Model.Sc, Model.Tso, Model.Dotnet])
{
    ExplorationResult broken = Check.Class<Broken>().Explore(model);
    ExplorationResult repaired = Check.Class<Repaired>().Explore(model);
    Console.WriteLine($"{model}: volatile recheck {Text(broken)}, read barrier {Text(repaired)}");
    if (broken.Counterexample is not null)
    {
        Console.WriteLine($"{broken.Counterexample.ToText()}\n");
    }
}

static string Text(ExplorationResult result) => result.Verdict.ToString().ToLowerInvariant();

/// <summary>A point (x, y) with x = y; its version is odd while one writer changes it.</summary>
internal abstract class SeqlockCheck
{
    private int _version, _x, _y;

    protected abstract bool IsRepaired { get; }

    [Actor]
    public void Write()
    {
        int before = _version;
        _version = before + 1;
        Volatile.WriteBarrier(); // The odd version is visible before the point changes.
        _x = 1;
        _y = 1;
        Volatile.Write(ref _version, before + 2); // The point is visible before the even version.
    }

    [Actor]
    public string Read()
    {
        int before = Volatile.Read(ref _version);
        int x = _x;
        int y = _y;
        int after;
        if (IsRepaired)
        {
            Volatile.ReadBarrier();
            after = _version;
        }
        else
        {
            after = Volatile.Read(ref _version);
        }

        return before % 2 == 0 && after == before && x != y ? "torn" : "";
    }

    [Invariant]
    public static string? IsWhole(string read) => read.Length == 0 ? null : "the reader accepted a torn point";
}

internal sealed class Broken : SeqlockCheck
{
    protected override bool IsRepaired => false;
}

internal sealed class Repaired : SeqlockCheck
{
    protected override bool IsRepaired => true;
}
