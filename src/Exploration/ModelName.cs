namespace Exploration;

/// <summary>A memory model of the checker, the strongest first; the last two allow what the other forbids.</summary>
public enum ModelName
{
    /// <summary>Sequential consistency.</summary>
    Sc,

    /// <summary>Total store order, x86: a FIFO store buffer for each thread.</summary>
    Tso,

    /// <summary>What the .NET memory model promises: compilers and Arm64 included.</summary>
    Dotnet,

    /// <summary>RC11, with plain accesses relaxed and <c>Volatile</c> ones acquire and release.</summary>
    Rc11,
}
