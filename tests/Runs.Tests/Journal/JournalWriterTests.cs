using Runs.Journal;

namespace Runs.Tests.Journal;

public sealed class JournalWriterTests
{
    [Fact]
    public void A_file_that_has_grown_to_its_limit_is_left_for_the_next()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        using (JournalWriter writer = new(journal, maxFileBytes: 1000))
        {
            writer.Append(JournalLog.Start());
            for (int round = 1; round <= 20; round++)
            {
                writer.Append(JournalLog.Round("hot", round, round));
            }
        }

        IReadOnlyList<string> files = JournalFiles.Of(journal);
        Assert.InRange(files.Count, 3, 21);
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 0, 2000));
        Assert.All(files, file =>
            Assert.All(File.ReadAllLines(file),
                line => Assert.StartsWith("{\"kind\":\"", line, StringComparison.Ordinal)));
        Assert.Equal(20, JournalReader.Read(journal).Parts[("hot", JournalLog.Kind)].Totals.Sections);
    }

    [Fact]
    public void A_line_is_in_the_file_when_append_returns()
    {
        using TemporaryFolder folder = new();
        using JournalWriter writer = new(folder.PathOf("j"));
        for (int round = 1; round <= 5; round++)
        {
            long before = new FileInfo(JournalFiles.PathOf(folder.PathOf("j"), 1)).Length;
            writer.Append(JournalLog.Round("hot", round, round));
            Assert.True(new FileInfo(JournalFiles.PathOf(folder.PathOf("j"), 1)).Length > before);
        }
    }

    [Fact]
    public void Threads_do_not_mix_their_lines()
    {
        using TemporaryFolder folder = new();
        string journal = folder.PathOf("j");
        using (JournalWriter writer = new(journal, maxFileBytes: 4000))
        {
            writer.Append(JournalLog.Start());
            Parallel.For(0, 200, _ => writer.Append(JournalLog.Violation("hot")));
        }

        Assert.Equal(200, JournalReader.Read(journal).Violations.Count);
    }

    [Fact]
    public void A_folder_that_has_a_journal_and_a_path_that_is_a_file_are_refused()
    {
        using TemporaryFolder folder = new();
        JournalLog.Write(folder.PathOf("j"), JournalLog.Start());
        File.WriteAllText(folder.PathOf("file"), "");

        Assert.Contains("--resume", Assert.Throws<InputException>(() => new JournalWriter(folder.PathOf("j"))).Message,
            StringComparison.Ordinal);
        Assert.Contains("cannot be written",
            Assert.Throws<InputException>(() => new JournalWriter(folder.PathOf("file"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_cannot_go_on_says_why_and_does_not_end_the_run()
    {
        using TemporaryFolder folder = new();
        using JournalWriter writer = new(folder.PathOf("j"), maxFileBytes: 1);
        File.WriteAllText(JournalFiles.PathOf(folder.PathOf("j"), 2), "in the way");

        writer.Append(JournalLog.Start());
        writer.Append(JournalLog.Round("hot", 1, 1));

        Assert.NotNull(writer.Failure);
    }
}
