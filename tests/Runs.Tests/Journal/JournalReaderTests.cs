using CsCheck;
using Runs.Journal;
using Runs.Reports;

namespace Runs.Tests.Journal;

public sealed class JournalReaderTests
{
    [Fact]
    public void The_last_round_of_a_workload_is_its_sum_and_sessions_are_added_up()
    {
        using TemporaryFolder folder = new();
        JournalLog.Write(
            folder.PathOf("j"),
            JournalLog.Start(),
            JournalLog.Round("hot", 1, 10),
            JournalLog.Round("hot", 2, 25),
            JournalLog.Round("churn", 1, 7),
            JournalLog.Start(session: 2),
            JournalLog.Round("hot", 1, 100));

        JournalState state = JournalReader.Read(folder.PathOf("j"));

        Assert.Equal(2, state.Start.Session);
        Assert.Equal((125, 3), (state.Parts[("hot", JournalLog.Kind)].Totals.Sections,
            state.Parts[("hot", JournalLog.Kind)].Rounds));
        Assert.Equal(JournalLog.Totals(125), TotalsReport.Of(state.Parts[("hot", JournalLog.Kind)].Totals));
        Assert.Equal(JournalLog.Totals(7), TotalsReport.Of(state.Parts[("churn", JournalLog.Kind)].Totals));
    }

    [Fact]
    public void Each_kind_of_perturbation_has_a_sum_of_its_own()
    {
        using TemporaryFolder folder = new();
        JournalLog.Write(
            folder.PathOf("j"),
            JournalLog.Start(),
            JournalLog.Round("hot", 1, 10, "bare"),
            JournalLog.Round("hot", 1, 3, "light"),
            JournalLog.Round("hot", 2, 30, "bare"));

        JournalState state = JournalReader.Read(folder.PathOf("j"));

        Assert.Equal((30, 3), (state.Parts[("hot", "bare")].Totals.Sections,
            state.Parts[("hot", "light")].Totals.Sections));
        Assert.Equal(3, state.SecondsOf("hot"));
        Assert.Equal(0, state.SecondsOf("churn"));
    }

    [Fact]
    public void A_violation_found_behind_the_last_round_counts()
    {
        using TemporaryFolder folder = new();
        JournalLog.Write(
            folder.PathOf("j"), JournalLog.Start(), JournalLog.Round("hot", 1, 10), JournalLog.Violation("hot"),
            JournalLog.Violation("churn"));

        JournalState state = JournalReader.Read(folder.PathOf("j"));

        Assert.Equal(["hot", "churn"], state.Violations.Select(each => each.Workload));
        Assert.Equal((1, 1), (state.Parts[("hot", JournalLog.Kind)].Totals.Violations,
            state.Parts[("churn", JournalLog.Kind)].Totals.Violations));
    }

    /// <summary>
    /// Whatever moment a process is killed at: every line that is whole counts, and the rest is said to be cut off.
    /// </summary>
    [Fact]
    public void A_journal_cut_anywhere_in_its_last_file_is_the_sum_of_the_whole_lines()
    {
        Gen<(bool IsStart, bool IsHot, int Sections)> line =
            Gen.Select(Gen.Int[0, 9].Select(one => one == 0), Gen.Bool, Gen.Int[1, 1000]);
        Gen.Select(line.Array[1, 30], Gen.Int[200, 4000], Gen.Double.Unit).Sample((lines, fileBytes, cutAt) =>
        {
            using TemporaryFolder folder = new();
            string journal = folder.PathOf("j");
            List<(int File, long End, JournalEntry Entry)> written = Write(journal, lines, fileBytes);
            int last = JournalFiles.Of(journal).Count;
            string file = JournalFiles.PathOf(journal, last);
            long length = (long)(cutAt * new FileInfo(file).Length);
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..(int)length]);
            JournalEntry[] whole = [
                .. written.Where(each => each.File < last || each.End <= length).Select(each => each.Entry)];
            if (whole.Length == 0)
            {
                Assert.Throws<InputException>(() => JournalReader.Read(journal));
                return;
            }

            JournalState state = JournalReader.Read(journal);

            Assert.Equal(SumOf(whole, "hot"),
                state.Parts.GetValueOrDefault(("hot", JournalLog.Kind))?.Totals.Sections ?? 0);
            Assert.Equal(SumOf(whole, "churn"),
                state.Parts.GetValueOrDefault(("churn", JournalLog.Kind))?.Totals.Sections ?? 0);
            bool isAtLineEnd = length == 0 || written.Any(each => each.File == last && each.End == length);
            Assert.Equal(isAtLineEnd, state.CutOff is null);
        });
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"kind":"unheard-of"}""")]
    [InlineData("""{"kind":"round","workload":"hot"}""")]
    [InlineData("""{"kind":"end","verdict":"pass","reason":"x","more":1}""")]
    public void A_damaged_line_is_refused_by_file_and_line(string damaged)
    {
        using TemporaryFolder folder = new();
        JournalLog.Write(folder.PathOf("j"), JournalLog.Start(), JournalLog.Round("hot", 1, 10));
        File.AppendAllText(JournalFiles.PathOf(folder.PathOf("j"), 1), damaged + "\n");

        InputException refusal = Assert.Throws<InputException>(() => JournalReader.Read(folder.PathOf("j")));

        Assert.Contains("line 3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("journal-000001.jsonl", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_cut_off_before_another_session_began_is_left_out()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        JournalLog.Write(journal, JournalLog.Start(), JournalLog.Round("hot", 1, 10));
        File.AppendAllText(JournalFiles.PathOf(journal, 1), "{\"kind\":\"rou");
        using (JournalWriter writer = new(journal, number: 2))
        {
            writer.Append(JournalLog.Start(session: 2));
            writer.Append(JournalLog.Round("hot", 1, 5));
        }

        JournalState state = JournalReader.Read(journal);

        Assert.Equal(15, state.Parts[("hot", JournalLog.Kind)].Totals.Sections);
        Assert.Equal("journal-000001.jsonl", state.CutOff);
    }

    [Fact]
    public void A_line_cut_off_inside_a_session_is_damage()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        JournalLog.Write(journal, JournalLog.Start(), JournalLog.Round("hot", 1, 10));
        File.AppendAllText(JournalFiles.PathOf(journal, 1), "{\"kind\":\"rou");
        using (JournalWriter writer = new(journal, number: 2))
        {
            writer.Append(JournalLog.Round("hot", 3, 30));
        }

        InputException refusal = Assert.Throws<InputException>(() => JournalReader.Read(journal));

        Assert.Contains("line 3 of", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("journal-000001.jsonl", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_lacks_a_file_or_its_beginning_is_refused()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        using (JournalWriter writer = new(journal, maxFileBytes: 1))
        {
            writer.Append(JournalLog.Start());
            writer.Append(JournalLog.Round("hot", 1, 10));
        }

        File.Delete(JournalFiles.PathOf(journal, 1));
        Assert.Contains("journal-000001.jsonl",
            Assert.Throws<InputException>(() => JournalReader.Read(journal)).Message, StringComparison.Ordinal);
        Assert.Contains("no journal",
            Assert.Throws<InputException>(() => JournalReader.Read(folder.PathOf("other"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_of_another_build_is_refused()
    {
        using TemporaryFolder folder = new();
        JournalLog.Write(folder.PathOf("j"), JournalLog.Start(commit: "0123"));

        Assert.Contains("commit 0123",
            Assert.Throws<InputException>(() => JournalReader.Read(folder.PathOf("j"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_is_being_written_is_refused()
    {
        using TemporaryFolder folder = new();
        using JournalWriter writer = new(folder.PathOf("j"));
        writer.Append(JournalLog.Start());

        Assert.Contains("no run is writing",
            Assert.Throws<InputException>(() => JournalReader.Read(folder.PathOf("j"))).Message,
            StringComparison.Ordinal);
    }

    private static List<(int File, long End, JournalEntry Entry)> Write(string journal,
        (bool IsStart, bool IsHot, int Sections)[] lines, int fileBytes)
    {
        List<(int File, long End, JournalEntry Entry)> written = [];
        int session = 1;
        using JournalWriter writer = new(journal, maxFileBytes: fileBytes);
        foreach ((bool isStart, bool isHot, int sections) in lines.Prepend((true, true, 0)))
        {
            JournalEntry entry = isStart
                ? JournalLog.Start(session++)
                : JournalLog.Round(isHot ? "hot" : "churn", 1, sections);
            int file = JournalFiles.Of(journal).Count;
            writer.Append(entry);
            written.Add((file, new FileInfo(JournalFiles.PathOf(journal, file)).Length, entry));
        }

        return written;
    }

    private static long SumOf(IEnumerable<JournalEntry> entries, string workload)
    {
        long sum = 0;
        long session = 0;
        foreach (JournalEntry entry in entries)
        {
            sum += entry is JournalStart ? session : 0;
            session = entry switch
            {
                JournalStart => 0,
                JournalRound round when round.Workload == workload => round.Totals.Sections,
                _ => session,
            };
        }

        return sum + session;
    }
}
