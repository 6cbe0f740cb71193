namespace Runs.Auditing;

/// <summary>The numbers that one worker may take before the next audit.</summary>
/// <param name="capacity">Numbers at most.</param>
public sealed class NumberStock(int capacity)
{
    private readonly int[] _numbers = new int[capacity];
    private int _count;

    /// <summary>Whether at least so many are left.</summary>
    public bool Has(int numbers) => _count >= numbers;

    /// <summary>Whether no more fit.</summary>
    public bool IsFull => _count == _numbers.Length;

    /// <summary>Takes one; there must be one.</summary>
    public int Take() => _numbers[--_count];

    /// <summary>Adds one.</summary>
    public void Put(int number) => _numbers[_count++] = number;
}
