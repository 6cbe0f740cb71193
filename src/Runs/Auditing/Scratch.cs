namespace Runs.Auditing;

/// <summary>Arrays that are kept from round to round, so that a round allocates nothing.</summary>
internal static class Scratch
{
    /// <summary>Makes room, at least doubled if it has to grow. What is in the array stays.</summary>
    public static T[] Reserve<T>(ref T[] items, int needed)
    {
        if (items.Length < needed)
        {
            Array.Resize(ref items, Math.Max(needed, 2 * items.Length));
        }

        return items;
    }
}
