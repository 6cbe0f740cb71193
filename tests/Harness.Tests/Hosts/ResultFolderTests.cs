using Harness.Hosts;

namespace Harness.Tests.Hosts;

public sealed class ResultFolderTests
{
    [Theory]
    [InlineData("AMD EPYC", 2, "AMD-EPYC-2-cores")]
    [InlineData("Intel(R) Xeon(R) Processor", 2, "Intel-Xeon-2-cores")]
    [InlineData("Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz", 16, "Intel-Xeon-Platinum-8481C-16-cores")]
    [InlineData("AMD EPYC 9B14 96-Core Processor", 96, "AMD-EPYC-9B14-96-cores")]
    [InlineData("implementer 0x41 part 0xd4f", 64, "implementer-0x41-part-0xd4f-64-cores")]
    public void A_machine_has_a_folder_named_after_cpu_and_cores(string cpu, int cores, string name) =>
        Assert.Equal(name, ResultFolder.NameOf(HostInfo.Current with { Cpu = cpu, Cores = cores }));
}
