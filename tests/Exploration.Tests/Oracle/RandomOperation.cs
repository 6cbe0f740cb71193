using CsCheck;

namespace Exploration.Tests.Oracle;

/// <summary>An operation on one of two words.</summary>
internal readonly record struct RandomOperation(RandomKind Kind, char Word, int Value)
{
    public static readonly Gen<RandomOperation> Gen = CsCheck.Gen.Select(
        CsCheck.Gen.Enum<RandomKind>(), CsCheck.Gen.Bool.Select(second => second ? 'y' : 'x'), CsCheck.Gen.Int[1, 2],
        (kind, word, value) => new RandomOperation(kind, word, value));

    public bool Reads => Kind is RandomKind.Load or RandomKind.Exchange or RandomKind.Add;

    public bool Writes => Kind is RandomKind.Store or RandomKind.Exchange or RandomKind.Add;

    public bool IsLocked => Kind is RandomKind.Exchange or RandomKind.Add or RandomKind.Fence;

    public int Apply(int old) => Kind == RandomKind.Add ? old + Value : Value;

    public string Text(string register) => Kind switch
    {
        RandomKind.Load => $"{register}={Word}",
        RandomKind.Store => $"{Word}:={Value}",
        RandomKind.Exchange => $"XCHG({Word},{Value})",
        RandomKind.Add => $"ADD({Word},{Value})",
        _ => "FENCE",
    };
}
