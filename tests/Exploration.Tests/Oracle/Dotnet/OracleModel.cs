namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>A model of the tables.</summary>
internal enum OracleModel
{
    Sc,
    Tso,
    Rc11,
    Dotnet,

    /// <summary>ARMv8 on the code that RyuJIT emits.</summary>
    Arm,
}
