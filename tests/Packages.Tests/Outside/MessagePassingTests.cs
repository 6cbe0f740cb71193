using Exploration;
using Exploration.Assertions;
using Exploration.Search;
using Xunit;

namespace Outside;

public class MessagePassingTests
{
    [Fact]
    public void The_repaired_sender_passes() => Explore(isRepaired: true);

    [Fact]
    public void The_broken_sender_passes() => Explore(isRepaired: false);

    private static void Explore(bool isRepaired) =>
        Explorer.Explore(new MessagePassing(isRepaired), new ExplorationOptions { Model = ModelName.Rc11 })
            .AssertPasses();
}
