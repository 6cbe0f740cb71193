using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Runs.Tracing.Parsing;

/// <summary>Reads numbers and named arguments from the bytes of a line, without allocating.</summary>
internal ref struct LineCursor(ReadOnlySpan<byte> rest)
{
    /// <summary>What has not been read yet.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = rest;

    /// <summary>Steps over spaces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipSpaces()
    {
        // A few at most: to look for many at once costs more than to step over them.
        int start = 0;
        while (start < Rest.Length && Rest[start] == (byte)' ')
        {
            start++;
        }

        Rest = Rest[start..];
    }

    /// <summary>Steps over one byte if it is the one expected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(byte expected)
    {
        if (Rest.IsEmpty || Rest[0] != expected)
        {
            return false;
        }

        Rest = Rest[1..];
        return true;
    }

    /// <summary>Reads an unsigned decimal number that fits 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeDecimal(out int value)
    {
        if (!Utf8Parser.TryParse(Rest, out value, out int consumed) || value < 0 || Rest[0] == (byte)'+')
        {
            return false;
        }

        Rest = Rest[consumed..];
        return true;
    }

    /// <summary>Reads what stands before the first ": ", or before a colon that ends the line.</summary>
    /// <returns>False if there is neither.</returns>
    public bool TryTakeName(out ReadOnlySpan<byte> name)
    {
        int end = Rest.IndexOf(": "u8);
        if (end >= 0)
        {
            name = Rest[..end];
            Rest = Rest[(end + 2)..];
            return true;
        }

        ReadOnlySpan<byte> text = Rest.TrimEnd((byte)'\r');
        bool isLast = text.EndsWith(":"u8);
        name = isLast ? text[..^1] : [];
        Rest = [];
        return isLast;
    }

    /// <summary>Finds a named argument from here on and reads its number.</summary>
    /// <param name="name">Name with its separator, such as <c>address=</c>.</param>
    /// <param name="value">The number, hexadecimal with 0x or decimal.</param>
    public bool TryTakeNumber(ReadOnlySpan<byte> name, out ulong value)
    {
        value = 0;
        // The first argument stands here, mostly.
        int start = Rest.StartsWith(name) ? 0 : Rest.IndexOf(name);
        if (start < 0)
        {
            return false;
        }

        Rest = Rest[(start + name.Length)..];
        return TryTakeNumber(out value);
    }

    /// <summary>Reads a number, hexadecimal with 0x or decimal, that ends with the line, a space or a comma.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeNumber(out ulong value)
    {
        bool isHexadecimal = Rest.StartsWith("0x"u8);
        ReadOnlySpan<byte> digits = isHexadecimal ? Rest[2..] : Rest;
        if (!Utf8Parser.TryParse(digits, out value, out int consumed, isHexadecimal ? 'x' : 'D'))
        {
            return false;
        }

        Rest = digits[consumed..];
        return Rest.IsEmpty || Rest[0] is (byte)' ' or (byte)',' or (byte)'\r';
    }
}
