namespace Runs.Auditing;

/// <summary>
/// Dense numbers for things that come and go. Each worker draws from its own stock, filled up while every worker is
/// parked, so that taking a number touches nothing shared.
/// </summary>
internal sealed class NumberPool
{
    private readonly Stack<int> _free = new();

    /// <summary>Numbers ever in use: all are below this.</summary>
    public int Limit { get; private set; }

    /// <summary>Fills a stock. No worker runs meanwhile.</summary>
    public void Fill(NumberStock stock)
    {
        while (!stock.IsFull)
        {
            stock.Put(_free.TryPop(out int number) ? number : Limit++);
        }
    }

    /// <summary>Takes numbers back. No worker runs meanwhile.</summary>
    public void Return(ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            _free.Push(number);
        }
    }
}
