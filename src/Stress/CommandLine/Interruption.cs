using System.Globalization;
using System.Runtime.InteropServices;

namespace Stress.CommandLine;

/// <summary>
/// Turns the first Ctrl-C, SIGTERM or SIGHUP into a cancelled token, so that a verb ends with the results so far; the
/// second one keeps its usual effect and kills.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Starts to listen.</summary>
    public Interruption()
    {
        PosixSignal[] signals = IsHangupIgnored()
            ? [PosixSignal.SIGINT, PosixSignal.SIGTERM]
            : [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, Handle))];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    /// <summary>Whether whoever started this process wants it to go on without a terminal, as nohup does.</summary>
    private static bool IsHangupIgnored()
    {
        const string Status = "/proc/self/status";
        const string Ignored = "SigIgn:";

        // Bit 0 is signal 1, SIGHUP.
        string? line = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(each => each.StartsWith(Ignored, StringComparison.Ordinal))
            : null;
        return line is not null && (ulong.Parse(line.AsSpan(Ignored.Length).Trim(), NumberStyles.HexNumber,
            CultureInfo.InvariantCulture) & 1) != 0;
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
