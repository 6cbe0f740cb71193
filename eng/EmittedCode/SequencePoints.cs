using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace EmittedCode;

/// <summary>The statements of an assembly, from its portable PDB.</summary>
internal sealed class SequencePoints(string pdb) : IDisposable
{
    private readonly MetadataReaderProvider _provider =
        MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(pdb));

    /// <summary>The statements that IL from one offset up to another belongs to, as file, first and last
    /// line.</summary>
    public IEnumerable<(string File, int First, int Last)> Find(int token, int from, int to)
    {
        MetadataReader reader = _provider.GetMetadataReader();
        MethodDebugInformation method = reader.GetMethodDebugInformation(
            ((MethodDefinitionHandle)MetadataTokens.EntityHandle(token)).ToDebugInformationHandle());
        SequencePoint[] points = [.. method.GetSequencePoints()];
        int first = Math.Max(0, Array.FindLastIndex(points, point => point.Offset <= from));
        return points[first..].TakeWhile(point => point.Offset < to).Where(point => !point.IsHidden)
            .Select(point => (FileOf(point), point.StartLine, point.EndLine));

        string FileOf(SequencePoint point) =>
            Path.GetFileName(reader.GetString(reader.GetDocument(point.Document).Name));
    }

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();
}
