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

    /// <summary>Runs the actors wherever other searches have been.</summary>
    /// <param name="program">The program.</param>
    /// <param name="ways">Actors and what they did. A way that reads an object comes behind one that makes it.</param>
    /// <param name="visit">Called with the actor and each node.</param>
    /// <exception cref="ExplorationException">A text is of another scenario or build.</exception>
    public static void Follow(
        Program program, IReadOnlyList<(int Actor, string Text)> ways, Action<int, int> visit)
    {
        try
        {
            List<OpenWays> open = [.. ways.Select(each => new OpenWays(each.Actor, each.Text))];
            while (open.Count > 0)
            {
                bool isFollowed = false;
                open.ForEach(each => isFollowed |= each.Follow(program, visit));
                if (!isFollowed)
                {
                    throw new FormatException("objects are read that nobody makes");
                }

                open.RemoveAll(each => each.IsDone);
            }
        }
        catch (FormatException broken)
        {
            throw new ExplorationException($"The ways of an actor are of another scenario or build: {broken.Message}.");
        }
    }
}
