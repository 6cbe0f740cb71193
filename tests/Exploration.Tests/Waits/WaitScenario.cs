using Atomics;
using Atomics.Programs;

namespace Exploration.Tests.Waits;

/// <summary>Actors P0, P1 and so on, given as code, with a register <c>r</c> each.</summary>
/// <param name="words">
/// Names with spaces between, such as <c>flag data=1</c>: 0 unless a value is given. All are observed.
/// </param>
/// <param name="bodies">The actors.</param>
internal sealed class WaitScenario(string words, Func<IWords, ActorBody[]> bodies) : Scenario
{
    /// <summary>Judges an outcome; all are allowed unless this is set.</summary>
    public Func<Outcome, string?> Check { get; init; } = _ => null;

    public override string Name => "wait";

    public override string Description => "A scenario of a test.";

    public override unsafe ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        Dictionary<string, nint> addresses = [];
        foreach (string[] word in words.Split(' ').Select(word => word.Split('=')))
        {
            int initial = word.Length == 1 ? 0 : int.Parse(word[1]);
            addresses.Add(word[0], (nint)shared.Word32(word[0], initial));
        }

        ActorBody[] actors = bodies(new Words<TMemory>(addresses));
        return new ScenarioInstance(
            [.. actors.Select((body, index) => new Actor($"P{index}", ["r"], body))],
            shared.Locations,
            [.. addresses.Keys],
            Check,
            shared);
    }

    private sealed unsafe class Words<TMemory>(Dictionary<string, nint> addresses) : IWords
        where TMemory : struct, IMemory
    {
        public int Read(string word) => TMemory.ReadAcquire(ref *Of(word));

        public int ReadPlain(string word) => TMemory.ReadPlain(ref *Of(word));

        public void Write(string word, int value) => TMemory.WriteRelease(ref *Of(word), value);

        public void WritePlain(string word, int value) => TMemory.WritePlain(ref *Of(word), value);

        public void Add(string word, int delta) => TMemory.Add(ref *Of(word), delta);

        public int AddReturn(string word, int delta) => TMemory.AddReturn(ref *Of(word), delta);

        public int Exchange(string word, int value) => TMemory.Exchange(ref *Of(word), value);

        public int CompareExchange(string word, int value, int comparand) =>
            TMemory.CompareExchange(ref *Of(word), value, comparand);

        public int And(string word, int mask) => TMemory.And(ref *Of(word), mask);

        public int Or(string word, int mask) => TMemory.Or(ref *Of(word), mask);

        public void Pause() => TMemory.Pause();

        private int* Of(string word) => (int*)addresses[word];
    }
}
