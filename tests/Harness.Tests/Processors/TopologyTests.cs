using Harness.Processors;

namespace Harness.Tests.Processors;

/// <summary>Where threads go, on machines made up as trees of files.</summary>
public sealed class TopologyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// Two sockets of two cores with two siblings each, numbered as Linux often does: siblings far apart.
    /// </summary>
    [Theory]
    [InlineData("cores", "0 1 2 3 4 5 6 7")]
    [InlineData("sockets", "0 2 1 3 4 6 5 7")]
    public void Siblings_far_apart(string placement, string expected)
    {
        for (int processor = 0; processor < 8; processor++)
        {
            Write(processor, siblings: $"{processor % 4},{(processor % 4) + 4}", socket: processor % 4 / 2);
        }

        Assert.Equal(expected, OrderOf(placement, Enumerable.Range(0, 8)));
    }

    /// <summary>The same machine, numbered as a hypervisor may: siblings side by side.</summary>
    [Theory]
    [InlineData("cores", "0 2 4 6 1 3 5 7")]
    [InlineData("siblings", "0 1 2 3 4 5 6 7")]
    [InlineData("sockets", "0 4 2 6 1 5 3 7")]
    public void Siblings_side_by_side(string placement, string expected)
    {
        for (int processor = 0; processor < 8; processor++)
        {
            Write(processor, siblings: $"{processor & ~1}-{processor | 1}", socket: processor / 4);
        }

        Assert.Equal(expected, OrderOf(placement, Enumerable.Range(0, 8)));
    }

    [Fact]
    public void Only_allowed_processors_are_used()
    {
        for (int processor = 0; processor < 8; processor++)
        {
            Write(processor, siblings: $"{processor & ~1}-{processor | 1}", socket: processor / 4);
        }

        Assert.Equal("3 6 7", OrderOf("cores", [3, 6, 7]));
        Assert.Equal("3 6 7", OrderOf("siblings", [7, 6, 3]));
        Assert.Equal("3 6 7", OrderOf("sockets", [3, 6, 7]));
    }

    [Fact]
    public void A_system_that_tells_nothing_has_a_core_for_each_processor()
    {
        Topology topology = Topology.Read(_folder.FullName, [2, 0, 1]);
        Assert.Equal("0 1 2", string.Join(' ', Placement.Cores.Order(topology)));
        Assert.Equal("no two processors of this machine are siblings of one core", Placement.Siblings.Misses(topology));
        Assert.Equal("this machine has one socket", Placement.SocketsInTurn.Misses(topology));
        Assert.Null(Placement.Cores.Misses(topology));
    }

    private string OrderOf(string placement, IEnumerable<int> allowed) => string.Join(
        ' ', Placement.All.Single(each => each.Name == placement).Order(Topology.Read(_folder.FullName, [.. allowed])));

    private void Write(int processor, string siblings, int socket)
    {
        DirectoryInfo topology = _folder.CreateSubdirectory($"cpu{processor}/topology");
        File.WriteAllText(Path.Combine(topology.FullName, "thread_siblings_list"), $"{siblings}\n");
        File.WriteAllText(Path.Combine(topology.FullName, "physical_package_id"), $"{socket}\n");
    }
}
