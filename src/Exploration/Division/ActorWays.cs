using Exploration.Actors;
using Exploration.Programs;

namespace Exploration.Division;

/// <summary>
/// What a search has seen an actor do, as text: the values that its operations returned, way by way. The operations
/// themselves are what the actor does then, and are not written down.
/// </summary>
internal static class ActorWays
{
    /// <summary>Writes down where a search has been.</summary>
    public static string Write(ActorTree tree)
    {
        VarintWriter writer = new();
        Stack<int> open = new();
        if (tree.Count > 0)
        {
            open.Push(0);
        }

        while (open.TryPop(out int node))
        {
            List<int> behind = [];
            for (int child = tree.FirstChildOf(node); child >= 0; child = tree.NextSiblingOf(child))
            {
                if (tree.IsVisited(child))
                {
                    behind.Add(child);
                }
            }

            // The order in which they were found depends on the order of the search.
            behind.Sort((left, right) => tree.ValueInto(right).CompareTo(tree.ValueInto(left)));
            writer.Write(tree.ValueInto(node));
            writer.Write(behind.Count);
            behind.ForEach(open.Push);
        }

        return Convert.ToBase64String(writer.ToArray());
    }

    /// <summary>Marks where another search has been.</summary>
    /// <exception cref="ExplorationException">The text is of another scenario or build.</exception>
    public static void Absorb(Program program, int actor, string text)
    {
        try
        {
            Absorb(program, actor, new VarintReader(Convert.FromBase64String(text)));
        }
        catch (FormatException broken)
        {
            throw new ExplorationException($"The ways of an actor are of another scenario or build: {broken.Message}.");
        }
    }

    private static void Absorb(Program program, int actor, VarintReader reader)
    {
        Replay replay = program.Replays[actor];
        Stack<(int Node, int Left)> open = new();
        if (!reader.IsAtEnd)
        {
            reader.Read();
            open.Push((Visit(program, actor, replay.Next(-1, 0, program.Initial)), reader.Read(int.MaxValue)));
        }

        while (open.TryPop(out (int Node, int Left) at))
        {
            if (at.Left == 0)
            {
                continue;
            }

            open.Push((at.Node, at.Left - 1));
            int next = replay.Next(at.Node, reader.Read(), program.Initial);
            open.Push((Visit(program, actor, next), reader.Read(int.MaxValue)));
        }
    }

    private static int Visit(Program program, int actor, int node)
    {
        Replay replay = program.Replays[actor];
        replay.Tree.Visit(node);
        if (replay.Tree[node].Kind == OperationKind.Pause)
        {
            program.Waits[actor].CutAt(node);
        }

        return node;
    }
}
