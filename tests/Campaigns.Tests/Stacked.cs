using Weaving;

namespace Campaigns.Tests;

/// <summary>A lock-free stack, whose nodes the actors make: so that each process finds them anew.</summary>
public sealed class Stacked
{
    private Node? _head;

    [Actor]
    public void PushOne() => Push(1);

    [Actor]
    public void PushTwo() => Push(2);

    [Actor]
    public int PopTwice() => (10 * Pop()) + Pop();

    [Invariant]
    public static string? Pops_no_item_twice(int popTwice) =>
        popTwice == 0 || popTwice / 10 != popTwice % 10 ? null : $"popped {popTwice}";

    private void Push(int value)
    {
        Node node = new(value);
        Node? head;
        do
        {
            head = Volatile.Read(ref _head);
            node.Next = head;
        }
        while (Interlocked.CompareExchange(ref _head, node, head) != head);
    }

    private int Pop()
    {
        while (Volatile.Read(ref _head) is Node head)
        {
            if (Interlocked.CompareExchange(ref _head, head.Next, head) == head)
            {
                return head.Value;
            }
        }

        return 0;
    }

    private sealed class Node(int value)
    {
        public readonly int Value = value;
        public Node? Next;
    }
}
