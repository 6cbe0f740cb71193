using Exploration.Actors;
using Exploration.Programs;

namespace Exploration.Division;

/// <summary>What an actor did elsewhere, to be done again as far as the objects that it read are there.</summary>
internal sealed class OpenWays
{
    private const int Unknown = -2;

    private readonly int _actor;
    private readonly List<(long Value, int Parent)> _steps = [];
    private readonly int[] _nodes;
    private int _left;

    /// <summary>Reads a text that <see cref="ActorWays.Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public OpenWays(int actor, string text)
    {
        _actor = actor;
        VarintReader reader = new(Convert.FromBase64String(text));
        Stack<(int Step, int Left)> open = new();
        if (!reader.IsAtEnd)
        {
            Read(reader, ActorTree.None, open);
        }

        while (open.TryPop(out (int Step, int Left) at))
        {
            if (at.Left > 0)
            {
                open.Push((at.Step, at.Left - 1));
                Read(reader, at.Step, open);
            }
        }

        _nodes = new int[_steps.Count];
        Array.Fill(_nodes, Unknown);
        _left = _steps.Count;
    }

    /// <summary>Whether all has been done again.</summary>
    public bool IsDone => _left == 0;

    /// <summary>Does again what can be done by now.</summary>
    /// <returns>Whether that was anything, or nothing was left.</returns>
    public bool Follow(Program program, Action<int, int> visit)
    {
        int before = _left;
        Replay replay = program.Replays[_actor];
        for (int step = 0; step < _nodes.Length; step++)
        {
            (long value, int parent) = _steps[step];
            int behind = parent < 0 ? ActorTree.None : _nodes[parent];
            if (_nodes[step] == Unknown && behind != Unknown
                && (behind < 0 || program.CanReturn(replay.Tree[behind], value)))
            {
                _nodes[step] = replay.Next(behind, value, program.Initial);
                visit(_actor, _nodes[step]);
                _left--;
            }
        }

        return _left < before || IsDone;
    }

    private void Read(VarintReader reader, int parent, Stack<(int Step, int Left)> open)
    {
        _steps.Add((reader.Read(), parent));
        open.Push((_steps.Count - 1, reader.Read(int.MaxValue)));
    }
}
