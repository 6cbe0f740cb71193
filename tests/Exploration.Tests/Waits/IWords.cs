namespace Exploration.Tests.Waits;

/// <summary>The memory operations on 32-bit words by name.</summary>
internal interface IWords
{
    int Read(string word);

    int ReadPlain(string word);

    void Write(string word, int value);

    void WritePlain(string word, int value);

    void Add(string word, int delta);

    int AddReturn(string word, int delta);

    int Exchange(string word, int value);

    int CompareExchange(string word, int value, int comparand);

    int And(string word, int mask);

    int Or(string word, int mask);

    void Pause();
}
