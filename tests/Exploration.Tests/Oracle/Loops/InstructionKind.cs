namespace Exploration.Tests.Oracle.Loops;

/// <summary>What an instruction of the machine does.</summary>
internal enum InstructionKind
{
    /// <summary>Accesses a word: the others see it.</summary>
    Access,

    /// <summary>Waits until the store buffer is empty.</summary>
    Drain,

    /// <summary>Sets a slot.</summary>
    Set,

    /// <summary>Adds one to a slot, up to a bound.</summary>
    Count,

    Jump,

    /// <summary>Jumps if the condition does not hold.</summary>
    JumpUnless,

    /// <summary>Ends the actor with an exception.</summary>
    Throw,

    Finish,
}
