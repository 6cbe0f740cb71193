namespace Exploration.Search.Arm64;

/// <summary>What an operation takes from an earlier read of its thread; the flags combine.</summary>
[Flags]
internal enum Dependency : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Which word it accesses.</summary>
    Address = 1,

    /// <summary>The value that it writes.</summary>
    Data = 2,

    /// <summary>Whether it is performed at all.</summary>
    Control = 4,
}
