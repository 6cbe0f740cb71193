namespace Runs;

/// <summary>A file that a run was given — a trace, a journal — cannot be used.</summary>
/// <param name="message">What is wrong with it, and what is accepted, in one line.</param>
public sealed class InputException(string message) : Exception(message);
