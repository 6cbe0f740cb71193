namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>A small concurrent program.</summary>
/// <param name="Threads">The statements of each thread.</param>
/// <param name="Initial">What words hold at first, by the text of their location; the others hold 0.</param>
internal sealed record SmallProgram(Statement[][] Threads, IReadOnlyDictionary<string, Value> Initial)
{
    /// <summary>Reads a program and its initial values.</summary>
    /// <param name="text">Threads with <c>||</c> between them.</param>
    /// <param name="initial">Such as <c>x=1 p=A</c>; often empty.</param>
    /// <exception cref="FormatException">The text is not understood.</exception>
    public static SmallProgram Parse(string text, string initial = "") =>
        new(ProgramParser.Threads(text), InitialValues.Parse(initial));

    /// <summary>The threads in the notation of the tables.</summary>
    public override string ToString() =>
        string.Join(" || ", Threads.Select(thread => string.Join("; ", thread.AsEnumerable())));
}
