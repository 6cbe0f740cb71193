namespace Scenarios.Selection;

/// <summary>Which memory models can show a canary.</summary>
public enum Visibility
{
    /// <summary>A sequentially consistent interleaving: every checker can find it, real x86 threads too.</summary>
    SequentiallyConsistent,

    /// <summary>Only a reordering of RC11: invisible to x86, to TSO and to Coyote.</summary>
    WeakMemory,

    /// <summary>
    /// Like <see cref="WeakMemory"/>, and with orders that C# cannot express: the model alone can run it.
    /// </summary>
    ModelOnly,

    /// <summary>Arithmetic: a single thread shows it.</summary>
    Arithmetic,
}
