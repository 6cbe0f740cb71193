using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Graphs;

namespace Exploration.Tests.Oracle.Dotnet.Models;

/// <summary>
/// <c>dotnet</c>: commits event by event what comes next in ordered-before and, if it is a write, is justified by reads
/// that are committed and settled. The execution is allowed if all of its events commit.
/// </summary>
internal sealed class DotnetModel
{
    private readonly Execution _execution;
    private readonly DotnetCode _code;
    private readonly ulong[] _predecessors;
    private readonly ulong[] _before;
    private ulong _committed;

    private DotnetModel(Execution execution, DotnetCode code)
    {
        _execution = execution;
        _code = code;
        Relation external = execution.External(execution.Communication);
        Relation order = code.Order | external;
        Relation closure = order.Closure();
        Relation otherWay = (code.Order | execution.External(execution.ReadsFrom)).Then(closure);
        _predecessors = [.. Numbers.Select(to => Set(from => order[from, to]))];
        _before = [.. Numbers.Select(to => Set(from => otherWay[from, to] && IsEarlierWrite(from, to)))];
    }

    private IEnumerable<int> Numbers => Enumerable.Range(0, _execution.Size);

    public static bool Allows(Execution execution, DotnetCode code) => new DotnetModel(execution, code).CommitsAll();

    private bool CommitsAll()
    {
        ulong before;
        do
        {
            before = _committed;
            foreach (int number in Numbers)
            {
                _committed |= CanCommit(number) ? 1UL << number : 0;
            }
        }
        while (_committed != before);
        return Numbers.All(IsCommitted);
    }

    private bool CanCommit(int number)
    {
        if ((_predecessors[number] & ~_committed) != 0)
        {
            return false;
        }

        if (_execution[number].IsWrite)
        {
            return _code.IsElidable[number] || IsJustified(number);
        }

        if (!_execution[number].IsRead)
        {
            return true;
        }

        int source = _execution.SourceOf(number);
        return source == LocationChoice.Initial || _execution.Combination.AreOfOneThread(source, number)
            || !_code.IsElidable[source] || IsJustified(source);
    }

    private bool IsJustified(int write) => _code.Justifications.Contain(write, SettledBefore(write), _before[write]);

    /// <summary>The committed reads of the thread before an event that return what is certain.</summary>
    private ulong SettledBefore(int number)
    {
        ulong settled = 0;
        Combination code = _execution.Combination;
        for (int read = code.Start[code.Nodes[number].Thread]; read < number; read++)
        {
            if (_execution[read].IsRead && IsCommitted(read))
            {
                int source = _execution.SourceOf(read);
                bool isForwarded = source != LocationChoice.Initial && code.AreOfOneThread(source, read);
                settled |= !isForwarded || IsJustified(source) ? 1UL << read : 0;
            }
        }

        return settled;
    }

    private bool IsCommitted(int number) => (_committed >> number & 1) != 0;

    /// <summary>Whether two events are writes of one thread to one word, the first the earlier.</summary>
    private bool IsEarlierWrite(int from, int to) =>
        _execution[from].IsWrite && _execution[to].IsWrite && _execution[from].Location == _execution[to].Location
        && _execution.Combination.Nodes[from].IsBefore(_execution.Combination.Nodes[to]);

    private ulong Set(Func<int, bool> contains) =>
        Numbers.Aggregate(0UL, (set, number) => set | (contains(number) ? 1UL << number : 0));
}
