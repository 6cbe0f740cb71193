using System.ComponentModel;

namespace Weaving.Runtime;

/// <summary>An assertion in rewritten code does not hold.</summary>
/// <param name="message">What the assertion says; null if nothing.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AssertionFailedException(string? message) : Exception(message ?? "An assertion does not hold.");
