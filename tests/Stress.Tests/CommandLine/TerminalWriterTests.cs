using System.Text;
using Stress.CommandLine;

namespace Stress.Tests.CommandLine;

public class TerminalWriterTests
{
    [Fact]
    public void A_terminal_that_is_gone_is_no_error()
    {
        using TerminalWriter writer = new(new LostTerminal());

        writer.WriteLine("heard");
        writer.Write('x');
        writer.Flush();
    }

    [Fact]
    public void A_report_that_standard_output_does_not_take_is_an_error()
    {
        using TerminalWriter output = new(new LostTerminal());
        StringWriter error = new();
        Assert.Equal((int)ExitCode.InternalError,
            CommandHost.Invoke(Program.Verbs(), ["list", "--json", "-"], output, error));
        Assert.Contains("standard output has not taken the report", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_written_arrives_in_order()
    {
        using StringWriter terminal = new();
        using TerminalWriter writer = new(terminal);

        writer.Write('a');
        writer.Write("bc");
        writer.Write(['d', 'e', 'f'], 1, 2);

        Assert.Equal("abcef", terminal.ToString());
    }

    /// <summary>As the kernel answers when a terminal was hung up.</summary>
    private sealed class LostTerminal : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("Input/output error");

        public override void Flush() => throw new IOException("Input/output error");
    }
}
