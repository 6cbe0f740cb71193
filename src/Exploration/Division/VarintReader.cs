namespace Exploration.Division;

/// <summary>Reads what a <see cref="VarintWriter"/> wrote.</summary>
internal sealed class VarintReader(byte[] bytes)
{
    private const int MaxShift = 63;
    private int _next;

    /// <summary>Whether all has been read.</summary>
    public bool IsAtEnd => _next == bytes.Length;

    /// <summary>The next number.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public long Read()
    {
        ulong number = 0;
        for (int shift = 0; shift <= MaxShift && _next < bytes.Length; shift += 7)
        {
            byte next = bytes[_next++];
            number |= (ulong)(next & 0x7F) << shift;
            if ((next & 0x80) == 0)
            {
                return (long)(number >> 1) ^ -(long)(number & 1);
            }
        }

        throw new FormatException("a number is cut off");
    }

    /// <summary>The next number, which must be smaller than a limit and not negative.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public int Read(int limit) => Read() is long number && number >= 0 && number < limit
        ? (int)number
        : throw new FormatException($"a number is not below {limit}");
}
