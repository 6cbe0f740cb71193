namespace Exploration.Advice;

/// <summary>What stands in an access's place while a repair is looked for.</summary>
public enum Strengthening
{
    /// <summary>For a plain read or update: one that acquires.</summary>
    Acquire,

    /// <summary>For a plain write or update: one that releases.</summary>
    Release,

    /// <summary>
    /// A full fence: an acquire read directly behind one, a release write directly before one, a full update.
    /// </summary>
    Full,
}
