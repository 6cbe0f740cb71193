namespace Scenarios.Litmus;

/// <summary>How the loads and stores of a litmus test are made.</summary>
public enum LitmusAccess
{
    /// <summary>Plain accesses.</summary>
    Plain,

    /// <summary><c>Volatile.Read</c> and <c>Volatile.Write</c>.</summary>
    Volatile,
}
