using System.Text.Json;
using Harness.Hosts;
using Runs.Reports;

namespace Runs.Journal;

/// <summary>Reads a journal back.</summary>
public sealed class JournalReader
{
    private const byte LineEnd = (byte)'\n';

    private readonly string _folder;
    private readonly Dictionary<(string Workload, string Perturbation), JournalSum> _parts = [];
    private readonly List<ViolationReport> _violations = [];
    private JournalStart? _start;
    private string? _cutOff;
    private int _cutLine;
    private bool _isSessionDue;

    private JournalReader(string folder) => _folder = folder;

    /// <summary>Reads a journal.</summary>
    /// <exception cref="InputException">There is none, it is being written, a line is damaged, or another build wrote
    /// it.</exception>
    public static JournalState Read(string folder)
    {
        JournalReader reader = new(folder);
        IReadOnlyList<string> files = JournalFiles.Of(folder);
        try
        {
            for (int index = 0; index < files.Count; index++)
            {
                reader.Read(files[index], isLast: index == files.Count - 1);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"'{folder}' cannot be read ({e.Message}); accepted: a journal that no run is writing");
        }

        reader.EndSession();
        return reader._start is JournalStart start
            ? new JournalState(folder, start, files.Count, reader._parts, reader._violations, reader._cutOff)
            : throw new InputException($"'{folder}' has no journal; accepted: a folder that --journal has written");
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="isLast">Whether it is the journal's last.</param>
    private void Read(string file, bool isLast)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(file);
        if (_isSessionDue && !rest.StartsWith(StartOfSession))
        {
            throw Damaged(_cutOff!, _cutLine);
        }

        _isSessionDue = false;
        for (int line = 1; !rest.IsEmpty; line++)
        {
            int end = rest.IndexOf(LineEnd);
            if (end < 0)
            {
                // Whoever wrote it was killed. If it is not the last file, the next one must begin another session.
                _cutOff = Path.GetFileName(file);
                _cutLine = line;
                _isSessionDue = !isLast;
                return;
            }

            Take(Parse(rest[..end], file, line));
            rest = rest[(end + 1)..];
        }
    }

    /// <summary>How the first line of a session begins.</summary>
    private static ReadOnlySpan<byte> StartOfSession => "{\"kind\":\"start\""u8;

    private JournalEntry Parse(ReadOnlySpan<byte> text, string file, int line)
    {
        try
        {
            JournalEntry entry = JsonSerializer.Deserialize(text, JournalJson.Default.JournalEntry)
                ?? throw Damaged(file, line);
            return entry is JournalStart || _start is not null ? entry : throw Damaged(file, line);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw Damaged(file, line);
        }
    }

    private void Take(JournalEntry entry)
    {
        switch (entry)
        {
            case JournalStart start:
                EndSession();
                RefuseOtherBuild(start);
                _start = start;
                break;
            case JournalRound round:
                SumOf(round.Workload, round.Perturbation).Take(round);
                break;
            case JournalStatistics statistics:
                SumOf(statistics.Workload, statistics.Perturbation).Take(statistics);
                break;
            case JournalViolation violation:
                _violations.Add(violation.Violation);
                SumOf(violation.Violation.Workload, violation.Violation.Perturbation).TakeViolation();
                break;
            case JournalEnd:
                break;
            default:
                throw new InvalidOperationException($"No meaning of {entry}.");
        }
    }

    private JournalSum SumOf(string workload, string perturbation) =>
        _parts.TryGetValue((workload, perturbation), out JournalSum? sum)
            ? sum
            : _parts[(workload, perturbation)] = new JournalSum();

    private void EndSession()
    {
        foreach (JournalSum sum in _parts.Values)
        {
            sum.EndSession();
        }
    }

    private void RefuseOtherBuild(JournalStart start)
    {
        if ((start.Version, start.Commit) != (BuildInfo.Version, BuildInfo.Commit))
        {
            throw new InputException(
                $"'{_folder}' is of version {start.Version}, commit {start.Commit}; accepted: a journal of this build, "
                + $"version {BuildInfo.Version}, commit {BuildInfo.Commit}");
        }
    }

    private InputException Damaged(string file, int line) => new(
        $"line {line} of {Path.Combine(_folder, Path.GetFileName(file))} is damaged; accepted: a journal in which only "
        + "a last line may be cut off");
}
