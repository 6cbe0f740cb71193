namespace Exploration.Tests.Advice;

/// <summary>Small programs with plain accesses that weak memory breaks.</summary>
internal enum PlainProgram
{
    /// <summary>Two threads each store to one word, then load the other's: one of them must see a store.</summary>
    StoreBuffering,

    /// <summary>A value and a flag: who sees the flag must see the value.</summary>
    MessagePassing,

    /// <summary>Two threads each load and store: no increment may be lost, but no order can help.</summary>
    LostUpdate,
}
