using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Stress.Tests.Run;

/// <summary>
/// The tracker compiled in every way that the runtime has: at once or in tiers, with and without a profile. A moment
/// each, or a minute each with <c>STRESS_RUN_TIER=long</c>.
/// </summary>
public class CompilationMatrixTests
{
    private static readonly string Budget = Tier.IsLong ? "60s" : "1500ms";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_run_passes_however_it_is_compiled(bool isTiered, bool isProfiled)
    {
        ProcessStartInfo start =
            new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "stress.exe" : "stress"))
            {
                Arguments = $"run --workload hot --protocol shared --time-budget {Budget} --json -",
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
            {
                // The runtime of this test, wherever its SDK was unpacked.
                ["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory()),
                ["DOTNET_TieredCompilation"] = isTiered ? "1" : "0",
                ["DOTNET_TieredPGO"] = isProfiled ? "1" : "0",
            },
            };
        using Process process = Process.Start(start)!;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        JsonNode report = JsonNode.Parse(await process.StandardOutput.ReadToEndAsync(cancellation))!;
        await process.WaitForExitAsync(cancellation);

        Assert.Equal((isTiered, isProfiled),
            ((bool)report["host"]!["tieredCompilation"]!, (bool)report["host"]!["tieredPgo"]!));
        // On a crowded machine a short run may miss an overlap; a violation it may never find.
        Assert.True(process.ExitCode is 0 or 2, await error);
        Assert.Equal(0, (long)report["totals"]!["violations"]!);
        Assert.True((long)report["totals"]!["snapshotsAudited"]! > 0, await error);
    }
}
