using System.Numerics;

namespace Proof.Lattices;

/// <summary>
/// Lattice basis reduction by Lenstra, Lenstra and Lovász (1982) in exact integers: the integral form of de Weger, told
/// in Cohen, A Course in Computational Algebraic Number Theory, algorithm 2.6.7.
/// </summary>
/// <remarks>
/// Gram-Schmidt coefficients are kept as integers: with D(i) the determinant of the Gram matrix of the first i rows,
/// mu(i,j) = Lambda(i,j) / D(j+1) and the squared length of the orthogonalised row i is D(i+1) / D(i).
/// </remarks>
internal sealed class LatticeReduction
{
    private readonly BigInteger[][] _rows;
    private readonly BigInteger[][] _lambda;
    private readonly BigInteger[] _d;

    private LatticeReduction(BigInteger[][] basis)
    {
        _rows = [.. basis.Select(row => (BigInteger[])[.. row])];
        _lambda = [.. basis.Select(row => new BigInteger[basis.Length])];
        _d = new BigInteger[basis.Length + 1];
        _d[0] = 1;
        for (int row = 0; row < basis.Length; row++)
        {
            Orthogonalise(row);
        }
    }

    /// <summary>A reduced basis (Lovász factor 3/4) of the same lattice.</summary>
    /// <param name="basis">Linearly independent rows.</param>
    public static BigInteger[][] Reduce(BigInteger[][] basis)
    {
        LatticeReduction reduction = new(basis);
        int row = 1;
        while (row < basis.Length)
        {
            reduction.ReduceSize(row, row - 1);
            if (reduction.HoldsLovasz(row))
            {
                for (int other = row - 2; other >= 0; other--)
                {
                    reduction.ReduceSize(row, other);
                }

                row++;
            }
            else
            {
                reduction.Swap(row);
                row = Math.Max(1, row - 1);
            }
        }

        return reduction._rows;
    }

    private void Orthogonalise(int row)
    {
        for (int other = 0; other <= row; other++)
        {
            BigInteger product = Dot(_rows[row], _rows[other]);
            for (int i = 0; i < other; i++)
            {
                product = ((_d[i + 1] * product) - (_lambda[row][i] * _lambda[other][i])) / _d[i];
            }

            if (other < row)
            {
                _lambda[row][other] = product;
            }
            else
            {
                _d[row + 1] = product;
            }
        }
    }

    /// <summary>Subtracts from a row the nearest multiple of an earlier one.</summary>
    private void ReduceSize(int row, int other)
    {
        BigInteger multiple = RoundedQuotient(_lambda[row][other], _d[other + 1]);
        if (multiple.IsZero)
        {
            return;
        }

        for (int column = 0; column < _rows[row].Length; column++)
        {
            _rows[row][column] -= multiple * _rows[other][column];
        }

        _lambda[row][other] -= multiple * _d[other + 1];
        for (int i = 0; i < other; i++)
        {
            _lambda[row][i] -= multiple * _lambda[other][i];
        }
    }

    private bool HoldsLovasz(int row)
    {
        BigInteger lambda = _lambda[row][row - 1];
        return 4 * ((_d[row + 1] * _d[row - 1]) + (lambda * lambda)) >= 3 * _d[row] * _d[row];
    }

    /// <summary>Exchanges a row with the one before it and brings D and Lambda up to date.</summary>
    private void Swap(int row)
    {
        (_rows[row], _rows[row - 1]) = (_rows[row - 1], _rows[row]);
        for (int i = 0; i < row - 1; i++)
        {
            (_lambda[row][i], _lambda[row - 1][i]) = (_lambda[row - 1][i], _lambda[row][i]);
        }

        BigInteger lambda = _lambda[row][row - 1];
        BigInteger d = ((_d[row - 1] * _d[row + 1]) + (lambda * lambda)) / _d[row];
        for (int later = row + 1; later < _rows.Length; later++)
        {
            BigInteger upper = _lambda[later][row];
            _lambda[later][row] = ((_d[row + 1] * _lambda[later][row - 1]) - (lambda * upper)) / _d[row];
            _lambda[later][row - 1] = ((d * upper) + (lambda * _lambda[later][row])) / _d[row + 1];
        }

        _d[row] = d;
    }

    private static BigInteger RoundedQuotient(BigInteger numerator, BigInteger denominator)
    {
        BigInteger doubled = (2 * numerator) + denominator;
        BigInteger quotient = BigInteger.DivRem(doubled, 2 * denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    private static BigInteger Dot(BigInteger[] left, BigInteger[] right)
    {
        BigInteger sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
