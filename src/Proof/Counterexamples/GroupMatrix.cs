namespace Proof.Counterexamples;

/// <summary>Which of three groups three counts are the sums of: an invertible matrix of zeros and ones.</summary>
/// <param name="First">Groups in the first count, one bit each.</param>
/// <param name="Second">Groups in the second count.</param>
/// <param name="Third">Groups in the third count.</param>
internal readonly record struct GroupMatrix(int First, int Second, int Third)
{
    private const int Groups = 3;

    /// <summary>Every invertible matrix.</summary>
    public static IEnumerable<GroupMatrix> All()
    {
        int[] rows = [.. Enumerable.Range(1, (1 << Groups) - 1)];
        return from first in rows
               from second in rows
               from third in rows
               let matrix = new GroupMatrix(first, second, third)
               where matrix.Determinant != 0
               select matrix;
    }

    private int Determinant => Determine(Column(0), Column(1), Column(2));

    /// <summary>The group sizes, by Cramer's rule; null unless all are whole and above 0.</summary>
    public (int A, int B, int C)? Solve(int first, int second, int third)
    {
        (int First, int Second, int Third) counts = (first, second, third);
        int determinant = Determinant;
        (int a, int restA) = Math.DivRem(Determine(counts, Column(1), Column(2)), determinant);
        (int b, int restB) = Math.DivRem(Determine(Column(0), counts, Column(2)), determinant);
        (int c, int restC) = Math.DivRem(Determine(Column(0), Column(1), counts), determinant);
        return (restA | restB | restC) == 0 && a > 0 && b > 0 && c > 0 ? (a, b, c) : null;
    }

    private (int First, int Second, int Third) Column(int group) =>
        ((First >> group) & 1, (Second >> group) & 1, (Third >> group) & 1);

    private static int Determine(
        (int First, int Second, int Third) a,
        (int First, int Second, int Third) b,
        (int First, int Second, int Third) c) =>
        (a.First * ((b.Second * c.Third) - (b.Third * c.Second)))
        - (b.First * ((a.Second * c.Third) - (a.Third * c.Second)))
        + (c.First * ((a.Second * b.Third) - (a.Third * b.Second)));
}
