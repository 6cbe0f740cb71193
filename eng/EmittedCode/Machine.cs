namespace EmittedCode;

/// <summary>A machine whose code is looked at.</summary>
public enum Machine
{
    /// <summary>x86-64.</summary>
    X64,

    /// <summary>Arm64 with the instructions of LSE.</summary>
    Arm64,
}
