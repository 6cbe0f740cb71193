using Weaving;

namespace WeavingTests;

/// <summary>Two objects of one type, which static fields of a generic type hold.</summary>
public sealed class TwoLateObjects
{
    private int _seen;

    [Actor]
    public void First() => _seen = Holder<int>.Cell.Value;

    [Actor]
    public int Second() => _seen + Holder<long>.Cell.Value + Holder<int>.Cell.Value;

    private sealed class Cell
    {
        public int Value;

        public void Set(int value) => Value = value;
    }

    private static class Holder<T>
    {
        public static readonly Cell Cell = Make();

        private static Cell Make()
        {
            Cell made = new();
            made.Set(1);
            return made;
        }
    }
}
