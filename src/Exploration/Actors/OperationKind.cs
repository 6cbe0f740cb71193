namespace Exploration.Actors;

/// <summary>What an actor does next.</summary>
internal enum OperationKind : byte
{
    /// <summary>Reads a word.</summary>
    Read,

    /// <summary>Writes a word.</summary>
    Write,

    /// <summary>Adds and throws the result away.</summary>
    BlindAdd,

    /// <summary>Adds and uses the result.</summary>
    AddReturn,

    /// <summary>Stores and returns the old value.</summary>
    Exchange,

    /// <summary>Stores if the word holds the comparand.</summary>
    CompareExchange,

    /// <summary>Clears bits.</summary>
    And,

    /// <summary>Sets bits.</summary>
    Or,

    /// <summary>A barrier.</summary>
    Fence,

    /// <summary>A failed turn of a wait loop ended; several in a row are one.</summary>
    Pause,

    /// <summary>The actor pauses for ever and reads nothing.</summary>
    Stick,

    /// <summary>The actor has returned.</summary>
    Finish,

    /// <summary>The actor has thrown.</summary>
    Throw,
}
