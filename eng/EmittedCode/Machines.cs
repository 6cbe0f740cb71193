namespace EmittedCode;

/// <summary>Where the tracker is compiled.</summary>
public static class Machines
{
    /// <summary>On this machine.</summary>
    public static Emission Native(IReadOnlyList<Site> sites)
    {
        string folder = AppContext.BaseDirectory;
        return Emission.Of([Path.Combine(folder, "EmittedCode")], Path.Combine(folder, "Tracker.pdb"), sites);
    }

    /// <summary>As Arm64, under QEMU.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="arm64Root">The folder of <c>eng/arm64-root</c>.</param>
    /// <param name="sites">The tagged accesses.</param>
    public static Emission Arm64(string root, string arm64Root, IReadOnlyList<Site> sites)
    {
        string folder = Published(root);
        return Emission.Of(
            [QemuIn(arm64Root), "-L", Path.Combine(arm64Root, "root"), Path.Combine(folder, "EmittedCode")],
            Path.Combine(folder, "Tracker.pdb"),
            sites);
    }

    /// <summary>QEMU's user mode in the folder of <c>eng/arm64-root</c>.</summary>
    public static string QemuIn(string arm64Root) =>
        Path.Combine(arm64Root, "host", "usr", "bin", "qemu-aarch64-static");

    /// <summary>This program published for Arm64.</summary>
    public static string Published(string root) =>
        Path.Combine(root, "artifacts", "publish", "EmittedCode", "release_linux-arm64");
}
