using System.Runtime.InteropServices;

namespace EmittedCode;

/// <summary>Says what the JIT makes of the tracker's shared accesses. See <c>eng/README.md</c>.</summary>
public static class Program
{
    /// <summary>Compiles the tracker in this process.</summary>
    internal const string Compile = "--compile";

    private const int Usage = 64;

    /// <summary>Compares the code with what is needed and writes the table into the document.</summary>
    /// <returns>0; 1 if an access lacks what it needs; 64 for a wrong command line.</returns>
    public static int Main(string[] args)
    {
        switch (args)
        {
            case [Compile]:
                TrackerMethods.Compile();
                Console.WriteLine(RuntimeInformation.FrameworkDescription);
                return 0;
            case ["--check", string root]:
                return Report(root);
            case ["--check" or "--write", string root, string arm64Root]:
                return Report(root, arm64Root, isWriting: args[0] == "--write");
            default:
                Console.Error.WriteLine(
                    "EmittedCode: --check ROOT, or --check or --write ROOT and the folder of eng/arm64-root");
                return Usage;
        }
    }

    private static int Report(string root)
    {
        IReadOnlyList<Site> sites = Sites.Find(Path.Combine(root, "src", "Tracker"));
        Emission native = Machines.Native(sites);
        string[] faults = [.. Faults.Of(Machine.X64, native.Statements, sites)];
        Array.ForEach(faults, Console.Error.WriteLine);
        Console.WriteLine($"{sites.Count} accesses, {native.Statements.Count} statements, {faults.Length} faults");
        return faults.Length > 0 ? 1 : 0;
    }

    private static int Report(string root, string arm64Root, bool isWriting)
    {
        IReadOnlyList<Site> sites = Sites.Find(Path.Combine(root, "src", "Tracker"));
        Emission x64 = Machines.Native(sites);
        Emission arm64 = Machines.Arm64(root, arm64Root, sites);
        string[] faults =
        [
            .. Faults.Of(Machine.X64, x64.Statements, sites).Select(fault => $"x64: {fault}"),
            .. Faults.Of(Machine.Arm64, arm64.Statements, sites).Select(fault => $"arm64: {fault}"),
        ];
        Array.ForEach(faults, Console.Error.WriteLine);
        if (isWriting)
        {
            Document.Write(Path.Combine(root, "docs", "EMITTED-CODE.md"), Table.Of(sites, x64, arm64));
        }

        Console.WriteLine(
            $"{sites.Count} accesses, {x64.Statements.Count} statements on x64, {arm64.Statements.Count} on arm64, "
            + $"{faults.Length} faults");
        return faults.Length > 0 ? 1 : 0;
    }
}
