using Stress.Bench.Cases;
using Stress.Bench.Team;

namespace Stress.Tests.Bench;

public class ThreadTeamTests
{
    /// <summary>The first thread ends a slice by the clock; if it is gone the others would work for ever.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_thread_that_fails_ends_the_slice_of_all_and_is_named(int failing)
    {
        using ThreadTeam team = new(2);
        BenchWorker[] workers = [new Worker(failing == 0), new Worker(failing == 1)];
        InvalidOperationException failed = Assert.Throws<InvalidOperationException>(
            () => team.Run(workers, TimeSpan.FromMilliseconds(1)));
        Assert.Equal("a bench thread failed: broken", failed.Message);
    }

    private sealed class Worker(bool fails) : BenchWorker
    {
        public override void Chunk() => One();

        public override void One()
        {
            if (fails)
            {
                throw new InvalidOperationException("broken");
            }
        }
    }
}
