namespace Atomics.Programs;

/// <summary>
/// Hands out named shared words for a scenario, each on a 128-byte line of its own, and remembers them as
/// <see cref="SharedLocation"/>s.
/// </summary>
public sealed unsafe class SharedWords : IDisposable
{
    private const int CapacityWords = 128;
    private readonly NativeBlock _block = new((long)CapacityWords * NativeBlock.AlignmentBytes);
    private readonly List<SharedLocation> _locations = [];

    /// <summary>The words handed out so far.</summary>
    public IReadOnlyList<SharedLocation> Locations => _locations;

    /// <summary>Adds a 64-bit word and returns its address, stable until this is disposed.</summary>
    /// <param name="name">Unique in the scenario.</param>
    /// <param name="initial">Initial value.</param>
    public long* Word64(string name, long initial = 0) => Add64(name, initial, isData: false);

    /// <summary>Adds a 32-bit word and returns its address, stable until this is disposed.</summary>
    /// <inheritdoc cref="Word64"/>
    public int* Word32(string name, int initial = 0) => Add32(name, initial, isData: false);

    /// <summary>
    /// Adds a 64-bit word that is never meant to be raced for (<see cref="SharedLocation.IsData"/>): what a lock, an
    /// index or an epoch guards. Returns its address, stable until this is disposed.
    /// </summary>
    /// <inheritdoc cref="Word64"/>
    public long* Data64(string name, long initial = 0) => Add64(name, initial, isData: true);

    /// <summary>
    /// Adds a 32-bit word that is never meant to be raced for (<see cref="SharedLocation.IsData"/>): what a lock, an
    /// index or an epoch guards. Returns its address, stable until this is disposed.
    /// </summary>
    /// <inheritdoc cref="Word64"/>
    public int* Data32(string name, int initial = 0) => Add32(name, initial, isData: true);

    /// <inheritdoc/>
    public void Dispose() => _block.Dispose();

    private long* Add64(string name, long initial, bool isData)
    {
        long* word = (long*)Next();
        *word = initial;
        _locations.Add(new SharedLocation(name, (nint)word, sizeof(long), IsData: isData));
        return word;
    }

    private int* Add32(string name, int initial, bool isData)
    {
        int* word = (int*)Next();
        *word = initial;
        _locations.Add(new SharedLocation(name, (nint)word, sizeof(int), IsData: isData));
        return word;
    }

    private byte* Next()
    {
        if (_locations.Count == CapacityWords)
        {
            throw new InvalidOperationException($"A scenario has at most {CapacityWords} words of its own.");
        }

        return _block.Start + ((long)_locations.Count * NativeBlock.AlignmentBytes);
    }
}
