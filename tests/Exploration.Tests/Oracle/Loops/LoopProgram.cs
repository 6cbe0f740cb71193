namespace Exploration.Tests.Oracle.Loops;

/// <summary>A program: the locals of every actor are its registers, and the final values of all words are observed.</summary>
internal sealed record LoopProgram(LoopWord[] Words, int Locals, Statement[][] Actors, Feature Features)
{
    public static string NameOf(int actor) => $"P{actor}";

    public override string ToString() => PseudoCode.Of(this);
}
