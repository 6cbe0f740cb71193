using System.Numerics;

namespace Proof.Lattices;

/// <summary>
/// Lists every lattice vector whose entries stay within a limit: the tree search of Fincke and Pohst (1985) and Kannan
/// (1987) over a reduced basis, last coefficient first.
/// </summary>
/// <remarks>
/// At depth i the coefficients i and above are set, and with them the vector's part y along the orthogonalised row
/// b*(i). Two facts cut the tree: |y| times |b*(i)|^2 is at most the limit times the sum of the entries of |b*(i)|
/// (Hölder), and all parts together are no longer than the box's diagonal. The bounds are doubles: rows of a reduced
/// basis are exact in them, and the margin is orders above what they round off, so that a branch on the border is
/// walked rather than lost. Leaves are checked in integers.
/// </remarks>
internal sealed class BoxEnumeration
{
    private const double Margin = 1e-6;

    private readonly long[][] _rows;
    private readonly double[][] _mu;
    private readonly double[] _squaredLength;
    private readonly double[] _widest;
    private readonly double _squaredDiagonal;
    private readonly int _limit;
    private readonly long[] _coefficients;
    private readonly List<int[]> _found = [];

    private BoxEnumeration(BigInteger[][] reducedBasis, int limit)
    {
        int count = reducedBasis.Length;
        _rows = [.. reducedBasis.Select(row => (long[])[.. row.Select(entry => (long)entry)])];
        _mu = new double[count][];
        _squaredLength = new double[count];
        _widest = new double[count];
        _squaredDiagonal = ((double)count * limit * limit) + Margin;
        _limit = limit;
        _coefficients = new long[count];
        Orthogonalise();
    }

    /// <summary>Every vector within <paramref name="limit"/> except 0, each together with its opposite.</summary>
    /// <param name="reducedBasis">A basis from <see cref="LatticeReduction"/>.</param>
    /// <param name="limit">Largest absolute entry.</param>
    public static IReadOnlyList<int[]> All(BigInteger[][] reducedBasis, int limit)
    {
        BoxEnumeration enumeration = new(reducedBasis, limit);
        enumeration.Descend(reducedBasis.Length - 1, 0);
        return enumeration._found;
    }

    private void Orthogonalise()
    {
        double[][] orthogonal = new double[_rows.Length][];
        for (int row = 0; row < _rows.Length; row++)
        {
            orthogonal[row] = [.. _rows[row].Select(entry => (double)entry)];
            _mu[row] = new double[row];
            for (int other = 0; other < row; other++)
            {
                double product = _rows[row].Zip(orthogonal[other], (entry, part) => entry * part).Sum();
                _mu[row][other] = product / _squaredLength[other];
                for (int column = 0; column < orthogonal[row].Length; column++)
                {
                    orthogonal[row][column] -= _mu[row][other] * orthogonal[other][column];
                }
            }

            _squaredLength[row] = orthogonal[row].Sum(part => part * part);
            _widest[row] = (_limit * orthogonal[row].Sum(Math.Abs) / _squaredLength[row]) + Margin;
        }
    }

    private void Descend(int row, double squaredSoFar)
    {
        if (row < 0)
        {
            Keep();
            return;
        }

        double centre = 0;
        for (int later = row + 1; later < _rows.Length; later++)
        {
            centre -= _coefficients[later] * _mu[later][row];
        }

        double left = Math.Max(0, _squaredDiagonal - squaredSoFar) / _squaredLength[row];
        double reach = Math.Min(_widest[row], Math.Sqrt(left) + Margin);
        long last = (long)Math.Floor(centre + reach);
        for (long value = (long)Math.Ceiling(centre - reach); value <= last; value++)
        {
            _coefficients[row] = value;
            double part = value - centre;
            Descend(row - 1, squaredSoFar + (part * part * _squaredLength[row]));
        }

        _coefficients[row] = 0;
    }

    private void Keep()
    {
        int[] vector = new int[_rows[0].Length];
        for (int column = 0; column < vector.Length; column++)
        {
            long entry = 0;
            for (int row = 0; row < _rows.Length; row++)
            {
                entry += _coefficients[row] * _rows[row][column];
            }

            if (Math.Abs(entry) > _limit)
            {
                return;
            }

            vector[column] = (int)entry;
        }

        if (vector.Any(entry => entry != 0))
        {
            _found.Add(vector);
        }
    }
}
