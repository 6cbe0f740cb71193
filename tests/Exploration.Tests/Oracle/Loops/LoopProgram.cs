namespace Exploration.Tests.Oracle.Loops;

/// <summary>A program: the locals of an actor are its registers, and all words are observed.</summary>
internal sealed record LoopProgram(LoopWord[] Words, int Locals, Statement[][] Actors, Feature Features)
{
    public static string NameOf(int actor) => $"P{actor}";

    public override string ToString() => PseudoCode.Of(this);
}
