namespace Exploration;

/// <summary>A memory model of the checker.</summary>
public enum ModelName
{
    /// <summary>Sequential consistency.</summary>
    Sc,

    /// <summary>Total store order, x86: a FIFO store buffer for each thread.</summary>
    Tso,

    /// <summary>The .NET memory model, as RC11.</summary>
    Dotnet,
}
