using System.Runtime.CompilerServices;

namespace Weaving.Objects;

/// <summary>Values as the memory model has them: 64 bits, equal for equal bytes whatever the type.</summary>
internal static class Word
{
    /// <summary>The primitive of a size at an address: short ones zero-extended, 4 bytes sign-extended.</summary>
    public static long Load(ref byte address, int size) => size switch
    {
        1 => address,
        2 => Unsafe.ReadUnaligned<ushort>(ref address),
        4 => Unsafe.ReadUnaligned<int>(ref address),
        _ => Unsafe.ReadUnaligned<long>(ref address),
    };

    /// <summary>Puts a primitive of a size at an address.</summary>
    public static void Store(ref byte address, int size, long value)
    {
        switch (size)
        {
            case 1:
                address = (byte)value;
                break;
            case 2:
                Unsafe.WriteUnaligned(ref address, (ushort)value);
                break;
            case 4:
                Unsafe.WriteUnaligned(ref address, (int)value);
                break;
            default:
                Unsafe.WriteUnaligned(ref address, value);
                break;
        }
    }

    /// <summary>A primitive as a programmer would write it.</summary>
    public static string Format(Type type, long value)
    {
        Type plain = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        object number = Type.GetTypeCode(plain) switch
        {
            TypeCode.Boolean => value != 0,
            TypeCode.Char => (char)value,
            TypeCode.SByte => (sbyte)value,
            TypeCode.UInt32 => (uint)value,
            TypeCode.UInt64 => (ulong)value,
            TypeCode.Int16 => (short)value,
            TypeCode.Single => BitConverter.Int32BitsToSingle((int)value),
            TypeCode.Double => BitConverter.Int64BitsToDouble(value),
            _ => value,
        };
        return type.IsEnum
            ? Enum.ToObject(type, number).ToString()!
            : $"{number}".Replace("True", "true", StringComparison.Ordinal)
            .Replace("False", "false", StringComparison.Ordinal);
    }
}
