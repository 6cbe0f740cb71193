using System.Text;

namespace Stress.CommandLine;

/// <summary>
/// What people read, for as long as they can: when the terminal is gone, as after SIGHUP, the work goes on and its
/// report is written.
/// </summary>
/// <param name="inner">Standard output or standard error.</param>
internal sealed class TerminalWriter(TextWriter inner) : TextWriter
{
    /// <summary>Whether something that was written has not arrived.</summary>
    public bool IsGone { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        try
        {
            if (!IsGone)
            {
                write();
            }
        }
        catch (IOException)
        {
            // Nobody is left who could be told.
            IsGone = true;
        }
    }
}
