using System.Globalization;
using System.Numerics;

namespace Exploration.Division;

/// <summary>A part of a whole search, exact.</summary>
/// <param name="Numerator">Numerator, in lowest terms.</param>
/// <param name="Denominator">Denominator, above 0.</param>
public readonly record struct Share(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>Nothing of it.</summary>
    public static Share None => new(0, 1);

    /// <summary>All of it.</summary>
    public static Share All => new(1, 1);

    /// <summary>One of so many equal parts of this share.</summary>
    public Share Divide(int parts) => Reduce(Numerator, Denominator * parts);

    /// <summary>The sum of two.</summary>
    public static Share operator +(Share left, Share right) => Reduce(
        (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
        left.Denominator * right.Denominator);

    /// <summary>About as much as a number from 0 to 1.</summary>
    public double ToDouble() => (double)Numerator / (double)Denominator is var quotient && double.IsFinite(quotient)
        ? quotient
        : Math.Exp(BigInteger.Log(Numerator) - BigInteger.Log(Denominator));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no fraction.</exception>
    public static Share Parse(string text)
    {
        string[] parts = text.Split('/');
        bool isFraction = parts.Length == 2
            & BigInteger.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger numerator)
            & BigInteger.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture,
                out BigInteger denominator);
        return isFraction && denominator > 0
            ? Reduce(numerator, denominator)
            : throw new FormatException($"'{text}' is no share");
    }

    /// <summary>The share as <c>3/8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static Share Reduce(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new Share(numerator / divisor, denominator / divisor);
    }
}
