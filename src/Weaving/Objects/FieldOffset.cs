using System.Reflection;

namespace Weaving.Objects;

/// <summary>Where a field lies in its object or value.</summary>
internal static class FieldOffset
{
    /// <summary>The runtime keeps the offset in the low bits of the second word behind a field's first
    /// pointer.</summary>
    private const int OffsetMask = 0x7FF_FFFF;

    /// <summary>Bytes from the first field of an object, or from the start of a value.</summary>
    /// <exception cref="NotSupportedException">The runtime keeps it elsewhere.</exception>
    public static unsafe int Of(FieldInfo field)
    {
        int offset = *(int*)(field.FieldHandle.Value + IntPtr.Size + sizeof(int)) & OffsetMask;
        return s_isKnown
            ? offset
            : throw new NotSupportedException("This runtime does not say where fields lie as .NET 10 does.");
    }

    private static readonly bool s_isKnown = Probe();

    private static unsafe bool Probe()
    {
        Sample sample = default;
        byte* start = (byte*)&sample;
        return Raw(nameof(Sample.First)) == (byte*)&sample.First - start
            && Raw(nameof(Sample.Second)) == (byte*)&sample.Second - start
            && Raw(nameof(Sample.Third)) == (byte*)&sample.Third - start;
    }

    private static unsafe int Raw(string name) =>
        *(int*)(typeof(Sample).GetField(name)!.FieldHandle.Value + IntPtr.Size + sizeof(int)) & OffsetMask;

    private struct Sample
    {
        public long First;
        public byte Second;
        public int Third;
    }
}
