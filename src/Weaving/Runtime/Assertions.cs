using System.ComponentModel;

namespace Weaving.Runtime;

/// <summary>
/// Stands for <see cref="System.Diagnostics.Debug.Assert(bool)"/> and its kind in rewritten code: what fails is an
/// exception, and not the end of the process.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Assertions
{
    /// <inheritdoc cref="System.Diagnostics.Debug.Assert(bool)"/>
    public static void Assert(bool condition) => Assert(condition, null);

    /// <inheritdoc cref="System.Diagnostics.Debug.Assert(bool, string)"/>
    public static void Assert(bool condition, string? message)
    {
        if (!condition)
        {
            Fail(message);
        }
    }

    /// <inheritdoc cref="System.Diagnostics.Debug.Assert(bool, string, string)"/>
    public static void Assert(bool condition, string? message, string? detailMessage) => Assert(condition, message);

    /// <inheritdoc cref="System.Diagnostics.Debug.Fail(string)"/>
    public static void Fail(string? message) => throw new AssertionFailedException(message);

    /// <inheritdoc cref="System.Diagnostics.Debug.Fail(string, string)"/>
    public static void Fail(string? message, string? detailMessage) => Fail(message);
}
