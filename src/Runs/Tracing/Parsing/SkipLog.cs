using Runs.Tracing.Events;

namespace Runs.Tracing.Parsing;

/// <summary>Counts the lines that cannot be used, by reason.</summary>
internal sealed class SkipLog
{
    private static readonly int Kinds = Enum.GetValues<SkipKind>().Length;
    private readonly int[] _count = new int[Kinds];
    private readonly int[] _firstLine = new int[Kinds];

    /// <summary>Lines that cannot be used.</summary>
    public int Total => _count.Sum();

    /// <summary>Events that perf lost, as far as it says so.</summary>
    public long LostEvents { get; private set; }

    /// <summary>Notes that perf lost events.</summary>
    public void AddLost(ulong events) => LostEvents += (long)Math.Min(events, int.MaxValue);

    /// <summary>Counts a line. Lines may come in any order.</summary>
    public void Add(SkipKind kind, int line)
    {
        int index = (int)kind;
        _firstLine[index] = _count[index] == 0 ? line : Math.Min(line, _firstLine[index]);
        _count[index]++;
    }

    /// <summary>The first line of a reason; null if there is none.</summary>
    public int? FirstLine(SkipKind kind) => _count[(int)kind] == 0 ? null : _firstLine[(int)kind];

    /// <summary>One entry for each reason that occurred.</summary>
    public IReadOnlyList<SkippedLines> ToList() =>
        [.. Enum.GetValues<SkipKind>()
            .Where(kind => _count[(int)kind] != 0)
            .Select(kind => new SkippedLines(kind, _count[(int)kind], _firstLine[(int)kind]))];
}
