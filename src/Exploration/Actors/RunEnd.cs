namespace Exploration.Actors;

/// <summary>How a run of an actor's code ended.</summary>
/// <param name="Kind">
/// <see cref="OperationKind.Finish"/>, <see cref="OperationKind.Throw"/>, or null if the driver ended it.
/// </param>
/// <param name="Registers">What the actor left in its registers; empty unless it finished.</param>
/// <param name="Message">What it threw; empty unless it threw.</param>
internal readonly record struct RunEnd(OperationKind? Kind, long[] Registers, string Message)
{
    /// <summary>The driver ended the run.</summary>
    public static RunEnd Stopped { get; } = new(null, [], "");
}
