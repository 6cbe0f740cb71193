using System.Runtime.InteropServices;
using EmittedCode;

namespace Tracker.Tests.Emitted;

/// <summary>What the JIT makes of the tracker's shared accesses keeps the order that MEMORY-ORDERING.md asks
/// for.</summary>
public sealed class EmittedCodeTests
{
    private static readonly IReadOnlyList<Site> s_sites = Sites.Find(Repository.PathOf("src", "Tracker"));
    private static readonly string s_arm64Root = Repository.PathOf("artifacts", "arm64");
    private static readonly Lazy<Emission> s_native = new(() => Machines.Native(s_sites));
    private static readonly Lazy<Emission> s_arm64 = new(() => Machines.Arm64(Repository.Root, s_arm64Root, s_sites));

    /// <summary>Which machine this is; a Debug build is not optimised, and says nothing.</summary>
    private static Machine Here =>
        Repository.Configuration != "release" ? Skip()
        : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Machine.Arm64
        : Machine.X64;

    [Fact]
    public void Each_access_has_the_instructions_that_it_needs_on_this_machine() =>
        AssertNoFaults(Here, s_native.Value);

    [Fact]
    public void Each_access_has_the_instructions_that_it_needs_on_Arm64()
    {
        SkipWithoutArm64();
        AssertNoFaults(Machine.Arm64, s_arm64.Value);
    }

    /// <summary>The source says "atomic add" where the build has a plain load and store: as if the build were
    /// broken.</summary>
    [Fact]
    public void A_plain_update_in_place_of_an_atomic_one_is_a_fault() =>
        AssertCaught(Here, s_native.Value, "alone-mapcount", "WritePlain", "Add");

    [Theory]
    [InlineData("read-word", "ReadPlain", "ReadAcquire")]
    [InlineData("slot-link", "WritePlain", "WriteRelease")]
    [InlineData("recheck", "ReadPlain", "ReadBarrier")]
    public void A_plain_access_in_place_of_an_ordering_one_is_a_fault_on_Arm64(string id, string built, string meant)
    {
        SkipWithoutArm64();
        AssertCaught(Machine.Arm64, s_arm64.Value, id, built, meant);
    }

    [Fact]
    public void An_access_without_code_is_a_fault() => Assert.Contains(
        "no code for [unheard-of] at Nowhere.cs:1",
        Faults.Of(Here, s_native.Value.Statements, [.. s_sites, new Site("unheard-of", "ReadPlain", "Nowhere.cs", 1)]));

    [Fact]
    public void An_access_that_passes_a_barrier_is_a_fault()
    {
        Site[] sites = [new("read-barrier", "ReadBarrier", "A.cs", 1), new("recheck", "ReadPlain", "A.cs", 2)];
        Instruction load = new(0, 1, "ldr x1, [x0]");
        Instruction barrier = new(4, 1, "dmb ishld");
        EmittedStatement first = new("m", [sites[0]], [barrier]);
        Assert.Single(Faults.Of(Machine.Arm64, [first, new("m", [sites[1]], [load])], sites));
        Assert.Empty(Faults.Of(Machine.Arm64, [first, new("m", [sites[1]], [load with { Offset = 8 }])], sites));
        Assert.Empty(Faults.Of(Machine.Arm64, [first, new("m", [sites[1]], [load with { Group = 0 }])], sites));
        Assert.Single(Faults.Of(Machine.Arm64, [new("m", sites, [load, barrier])], sites));
        Assert.Empty(Faults.Of(Machine.Arm64, [new("m", sites, [barrier, load with { Offset = 8 }])], sites));
    }

    [Fact]
    public void The_document_has_a_row_for_each_access() => Assert.Equal(
        s_sites.Select(site => (site.Id, site.File)).Distinct(),
        File.ReadLines(Repository.PathOf("docs", "EMITTED-CODE.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 7 && cells[3].EndsWith(".cs", StringComparison.Ordinal))
            .Select(cells => (cells[1], cells[3]))
            .Distinct());

    private static Machine Skip()
    {
        Assert.Skip("a Debug build is not optimised");
        return Machine.X64;
    }

    private static void AssertNoFaults(Machine machine, Emission emission)
    {
        Assert.Equal([], Faults.Of(machine, emission.Statements, s_sites));
        Assert.InRange(emission.Statements.Count, s_sites.Count / 2, 10_000);
    }

    private static void AssertCaught(Machine machine, Emission emission, string id, string built, string meant)
    {
        EmittedStatement[] changed =
        [
            .. emission.Statements.Select(statement => statement with { Sites = [.. statement.Sites.Select(Mean)] }),
        ];
        Assert.Contains(
            Faults.Of(machine, changed, []),
            fault => fault.StartsWith($"[{id}] {meant} needs ", StringComparison.Ordinal));

        Site Mean(Site site) => site.Id == id && site.Operation == built ? site with { Operation = meant } : site;
    }

    private static void SkipWithoutArm64() => Assert.SkipUnless(
        Repository.Configuration == "release"
            && File.Exists(Machines.QemuIn(s_arm64Root))
            && Directory.Exists(Machines.Published(Repository.Root)),
        "eng/emitted-code --check fetches QEMU and publishes for Arm64 first");
}
