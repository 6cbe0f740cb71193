namespace Scenarios.Litmus;

/// <summary>The operations that litmus tests are written in.</summary>
internal enum LitmusOperationKind
{
    /// <summary><c>r1=x</c></summary>
    Load,

    /// <summary><c>x:=1</c></summary>
    Store,

    /// <summary><c>XCHG(x,1)</c></summary>
    Exchange,

    /// <summary><c>ADD(x,1)</c></summary>
    Add,

    /// <summary><c>FENCE</c></summary>
    Fence,
}
