using System.Diagnostics;

namespace EmittedCode;

/// <summary>Has the tracker compiled in a process of its own and reads what came of it.</summary>
public sealed class Emission
{
    private Emission(string runtime, IReadOnlyList<EmittedStatement> statements) =>
        (Runtime, Statements) = (runtime, statements);

    /// <summary>The runtime that compiled it, in words.</summary>
    public string Runtime { get; }

    /// <summary>The statements with tagged accesses, method by method.</summary>
    public IReadOnlyList<EmittedStatement> Statements { get; }

    /// <summary>Compiles the tracker.</summary>
    /// <param name="command">What starts this program on the machine in question, in front of its arguments.</param>
    /// <param name="pdb">The tracker's PDB, as it was built for that machine.</param>
    /// <param name="sites">The tagged accesses.</param>
    /// <exception cref="InvalidOperationException">It does not start, or does not list what it compiled.</exception>
    public static Emission Of(IReadOnlyList<string> command, string pdb, IReadOnlyList<Site> sites)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string runtime = Run(command, folder.FullName);
            return new Emission(runtime, [.. Match(folder.FullName, pdb, sites)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(IReadOnlyList<string> command, string folder)
    {
        ProcessStartInfo start = new(command[0], [.. command.Skip(1), Program.Compile])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                // Fully optimised at once: what tier 1 makes of it without a profile.
                ["DOTNET_TieredCompilation"] = "0",
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_JitDisasm"] = "*",
                ["DOTNET_JitDisasmWithCodeBytes"] = "1",
                ["DOTNET_JitStdOutFile"] = Path.Combine(folder, "listing"),
                ["DOTNET_EnableEventPipe"] = "1",
                ["DOTNET_EventPipeConfig"] = "Microsoft-Windows-DotNETRuntime:0x20010:5",
                ["DOTNET_EventPipeOutputPath"] = Path.Combine(folder, "trace"),
                ["DOTNET_EventPipeOutputStreaming"] = "1",
                // QEMU's user mode does not see code that is written through another mapping.
                ["DOTNET_EnableWriteXorExecute"] = "0",
            },
        };
        using Process process = Process.Start(start)
            ?? throw new InvalidOperationException($"{command[0]} does not start");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException(
                $"{string.Join(' ', command)} ended with {process.ExitCode}: {output}");
    }

    /// <summary>Joins the listing with the methods that the runtime says it compiled, by their order.</summary>
    private static IEnumerable<EmittedStatement> Match(string folder, string pdb, IReadOnlyList<Site> sites)
    {
        using SequencePoints points = new(pdb);
        CompiledMethod[] methods = [.. CompiledMethods.Read(Path.Combine(folder, "trace"))];
        MethodCode[] listed =
        [
            .. Listing.Read(Path.Combine(folder, "listing"))
                .Where(method => method.Name.StartsWith("Tracker.", StringComparison.Ordinal)),
        ];
        if (listed.Length != methods.Length || listed.Zip(methods).Any(pair => !IsOf(pair.First, pair.Second)))
        {
            throw new InvalidOperationException(
                $"{methods.Length} methods were compiled and {listed.Length} are listed, or not in the same order");
        }

        for (int index = 0; index < methods.Length; index++)
        {
            foreach (EmittedStatement statement in StatementsOf(listed[index], methods[index], points, sites))
            {
                yield return statement;
            }
        }
    }

    /// <summary>
    /// The instructions between two native offsets of the map come from the IL between the two offsets beside them,
    /// which may be that of several statements: where one begins with what was inlined, the compiler forgets its
    /// beginning.
    /// </summary>
    private static IEnumerable<EmittedStatement> StatementsOf(
        MethodCode code, CompiledMethod method, SequencePoints points, IReadOnlyList<Site> sites) =>
        from instruction in code.Instructions
        let map = method.Map
        let at = Array.FindLastIndex(map, entry => entry.Native <= instruction.Offset)
        where at >= 0 && map[at].Il >= 0
        group instruction by map[at].Il into part
        let end = method.Map.Select(entry => entry.Il).Where(il => il > part.Key).DefaultIfEmpty(int.MaxValue).Min()
        let lines = points.Find(method.Token, part.Key, end).ToArray()
        let inside = sites.Where(site => lines.Any(each => IsIn(site, each))).ToArray()
        where inside.Length > 0
        select new EmittedStatement(code.Name, inside, [.. part])
        {
            Certain = inside.TakeWhile(site => IsIn(site, lines[0])).Count(),
        };

    private static bool IsOf(MethodCode code, CompiledMethod method) =>
        code.Name.Contains($":{method.Name}", StringComparison.Ordinal);

    private static bool IsIn(Site site, (string File, int First, int Last) lines) =>
        site.File == lines.File && site.Line >= lines.First && site.Line <= lines.Last;
}
