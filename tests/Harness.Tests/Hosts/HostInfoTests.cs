using Harness.Hosts;

namespace Harness.Tests.Hosts;

public class HostInfoTests
{
    [Fact]
    public void The_host_is_described_from_this_machine()
    {
        HostInfo host = HostInfo.Current;
        Assert.Equal(Environment.ProcessorCount, host.Cores);
        Assert.NotEmpty(host.Cpu);
        Assert.StartsWith(".NET 10", host.Runtime, StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_names_its_version_and_commit()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$", BuildInfo.Version);
        Assert.Matches("^([0-9a-f]{40}|unknown)$", BuildInfo.Commit);
    }
}
