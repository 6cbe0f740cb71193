namespace Exploration;

/// <summary>A memory model of the checker, the strongest first.</summary>
public enum ModelName
{
    /// <summary>Sequential consistency.</summary>
    Sc,

    /// <summary>Total store order, x86: a FIFO store buffer for each thread.</summary>
    Tso,

    /// <summary>RC11, with plain accesses relaxed and <c>Volatile</c> ones acquire and release.</summary>
    Rc11,
}
