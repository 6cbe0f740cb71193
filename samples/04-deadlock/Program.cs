using Exploration;
using Weaving;

// Two accounts, a lock each, and a transfer that takes its own first. Two transfers towards each other never end.
ExplorationResult broken = Check.Class<OwnFirst>().Explore(Model.Sc);
Console.WriteLine(
    $"own lock first: {broken.Verdict.ToString().ToLowerInvariant()}\n{broken.Counterexample?.ToText()}\n");

// Locks in one order, whoever transfers to whom.
ExplorationResult repaired = Check.Class<InOneOrder>().Explore(Model.Dotnet);
Console.WriteLine(
    $"in one order: {repaired.Verdict.ToString().ToLowerInvariant()} in {repaired.Executions} executions");

internal sealed class Account
{
    public int Balance = 10;
}

internal sealed class OwnFirst
{
    private readonly Account _left = new();
    private readonly Account _right = new();

    [Actor]
    public void ToRight() => Transfer(_left, _right);

    [Actor]
    public void ToLeft() => Transfer(_right, _left);

    [Invariant]
    public bool NothingIsLost() => _left.Balance + _right.Balance == 20;

    private static void Transfer(Account from, Account to)
    {
        lock (from)
        {
            lock (to)
            {
                from.Balance--;
                to.Balance++;
            }
        }
    }
}

internal sealed class InOneOrder
{
    private readonly Account _left = new();
    private readonly Account _right = new();

    [Actor]
    public void ToRight() => Transfer(_left, _right);

    [Actor]
    public void ToLeft() => Transfer(_right, _left);

    [Invariant]
    public bool NothingIsLost() => _left.Balance + _right.Balance == 20;

    private void Transfer(Account from, Account to)
    {
        lock (_left)
        {
            lock (_right)
            {
                from.Balance--;
                to.Balance++;
            }
        }
    }
}
