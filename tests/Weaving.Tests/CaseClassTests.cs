using Exploration;
using Weaving;

namespace WeavingTests;

/// <summary>A static class with <c>Actor0</c> to <c>ActorN</c>: none of its actors is left out.</summary>
public class CaseClassTests
{
    [Theory]
    [InlineData(typeof(Gap), "Actor2 where Actor1 is expected")]
    [InlineData(typeof(FromOne), "Actor1 where Actor0 is expected")]
    [InlineData(typeof(Padded), "Actor01 where Actor1 is expected")]
    [InlineData(typeof(Twice), "Actor1 where Actor2 is expected")]
    public void Actors_that_are_not_numbered_in_a_row_are_refused(Type type, string because)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Explore(type));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_twelve_actors_runs()
    {
        ExplorationResult result = Explore(typeof(Twelve));
        Assert.Equal(ExplorationVerdict.Passed, result.Verdict);
        Assert.Equal(1, result.Executions);
    }

    private static ExplorationResult Explore(Type type) => CodeExplorer.Explore(
        WovenAssembly.Load(type.Assembly.Location), type.FullName!, new ExplorationOptions { Model = ModelName.Sc });

    public static class Gap
    {
        public sealed class State
        {
            public int X;
        }

        public static void Actor0(State state) => state.X = 1;

        public static void Actor2(State state) => state.X = 2;

        public static bool Check(State state) => state.X != 2;
    }

    public static class FromOne
    {
        public sealed class State
        {
            public int X;
        }

        public static void Actor1(State state) => state.X = 1;

        public static bool Check(State state) => state.X != 1;
    }

    public static class Padded
    {
        public sealed class State
        {
            public int X;
        }

        public static void Actor0(State state) => state.X = 1;

        public static void Actor01(State state) => state.X = 2;

        public static bool Check(State state) => state.X != 2;
    }

    public static class Twice
    {
        public sealed class State
        {
            public int X;
        }

        public static void Actor0(State state) => state.X = 1;

        public static void Actor1(State state) => state.X = 2;

        public static void Actor1(State state, int unused) => state.X = unused;

        public static bool Check(State state) => state.X != 2;
    }

    public static class Twelve
    {
        public sealed class State
        {
            public readonly int[] Seen = new int[12];
        }

        public static void Actor0(State state) => state.Seen[0] = 1;

        public static void Actor1(State state) => state.Seen[1] = 1;

        public static void Actor2(State state) => state.Seen[2] = 1;

        public static void Actor3(State state) => state.Seen[3] = 1;

        public static void Actor4(State state) => state.Seen[4] = 1;

        public static void Actor5(State state) => state.Seen[5] = 1;

        public static void Actor6(State state) => state.Seen[6] = 1;

        public static void Actor7(State state) => state.Seen[7] = 1;

        public static void Actor8(State state) => state.Seen[8] = 1;

        public static void Actor9(State state) => state.Seen[9] = 1;

        public static void Actor10(State state) => state.Seen[10] = 1;

        public static void Actor11(State state) => state.Seen[11] = 1;

        public static bool Check(State state) => !state.Seen.Contains(0);
    }
}
