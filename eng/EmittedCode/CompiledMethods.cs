using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace EmittedCode;

/// <summary>Which IL each native offset of the tracker's methods comes from, as the runtime says in a trace.</summary>
internal static class CompiledMethods
{
    /// <summary>What the runtime writes in place of an IL offset for the beginning of a method.</summary>
    private const int Prolog = -2;

    /// <summary>The tracker's methods in the order in which they were compiled.</summary>
    public static IReadOnlyList<CompiledMethod> Read(string path)
    {
        Dictionary<long, (int, int)[]> maps = [];
        List<(long Id, string Name, int Token)> loaded = [];
        using EventPipeEventSource source = new(path);
        source.Clr.MethodILToNativeMap += TakeMap;
        source.Clr.MethodLoadVerbose += TakeMethod;
        source.Process();
        return
        [
            .. loaded.Select(method =>
                new CompiledMethod(method.Name, method.Token, maps.GetValueOrDefault(method.Id) ?? [])),
        ];

        void TakeMap(MethodILToNativeMapTraceData data) => maps[data.MethodID] =
            FromStart(
            [
                .. Enumerable.Range(0, data.CountOfMapEntries)
                    .Select(entry => (data.NativeOffset(entry), data.ILOffset(entry)))
                    .Order(),
            ]);

        void TakeMethod(MethodLoadUnloadVerboseTraceData data)
        {
            if (data.MethodNamespace.StartsWith("Tracker.", StringComparison.Ordinal) && data.IsJitted)
            {
                loaded.Add((data.MethodID, data.MethodName, data.MethodToken));
            }
        }
    }

    /// <summary>
    /// The first statement may have no entry: its code then belongs to the prolog's, or to the one behind that.
    /// </summary>
    private static (int Native, int Il)[] FromStart((int Native, int Il)[] map)
    {
        int first = Array.FindIndex(map, entry => entry.Il >= 0);
        bool isMissing = !map.Any(entry => entry.Il == 0);
        return
        [
            .. map.Select((entry, index) =>
                entry.Il == Prolog || (isMissing && index == first) ? (entry.Native, 0) : entry),
        ];
    }
}
