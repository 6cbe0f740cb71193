using System.CommandLine;
using Runs.Workloads;
using Scenarios.Canaries;
using Stress.CommandLine;
using Stress.Run;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Run;

/// <summary>
/// A canary brings scheme, protocol, workload and order to a run: beside it nothing else can be asked for.
/// </summary>
public class CanaryOptionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. CanaryCatalogue.All.Select(canary => canary.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_scheme_protocol_or_workload_is_taken_beside_a_canary(string canary)
    {
        foreach (Option option in new Option[] { RunOptions.Scheme, RunOptions.Protocol })
        {
            foreach (string value in ((IValueOption)option).Names)
            {
                AssertRefused(canary, option.Name, value);
            }
        }

        foreach (string workload in WorkloadCatalogue.All.Select(workload => workload.Name))
        {
            AssertRefused(canary, RunOptions.Workload.Name, workload);
        }

        Invoked.Stress("run", "--canary", canary, "--workload", "litmus:corr").AssertRefused("--canary");
    }

    private void AssertRefused(string canary, string option, string value)
    {
        Invoked run = Invoked.Stress("run", "--canary", canary, option, value);
        output.WriteLine($"{canary} {option} {value}: {run.Error.TrimEnd()}");
        run.AssertRefused("--canary", $"'{canary}'", "accepted: ");
    }
}
