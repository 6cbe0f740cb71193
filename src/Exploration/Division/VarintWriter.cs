namespace Exploration.Division;

/// <summary>Numbers as bytes: seven bits each, the sign in the lowest one, so that small numbers are short.</summary>
internal sealed class VarintWriter
{
    private readonly List<byte> _bytes = [];

    /// <summary>Adds a number.</summary>
    public void Write(long number)
    {
        ulong rest = (ulong)((number << 1) ^ (number >> 63));
        while (rest > 0x7F)
        {
            _bytes.Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        _bytes.Add((byte)rest);
    }

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => [.. _bytes];
}
