namespace Stress.Tests.Explore;

/// <summary>
/// What could be weaker in the samples and in the tracker's protocols, and what repairs the samples, as
/// docs/CHECKERS.md has it. The large protocols take two minutes: with <c>STRESS_RUN_TIER=long</c>, and with
/// <c>STRESS_REFRESH_DOCS=1</c>, which writes the tables.
/// </summary>
public class AdviceTableTests
{
    private static readonly bool IsLong =
        DocumentTable.MustRefresh || Tier.IsLong;

    [Theory]
    [InlineData("advice seqlock", "05-seqlock", "Repaired")]
    [InlineData("advice ring", "03-queue", "VolatileHead")]
    public void The_document_says_what_could_be_weaker_in_a_sample(string table, string sample, string name) =>
        Holds(table, AdviceTable.OfWeaker(Sample(sample, name)));

    [Theory]
    [InlineData("repairs seqlock", "05-seqlock", "Broken")]
    [InlineData("repairs ring", "03-queue", "PlainHead")]
    public void The_document_says_what_repairs_a_sample(string table, string sample, string name) =>
        Holds(table, AdviceTable.OfRepairs(Sample(sample, name)));

    [Fact]
    public void The_document_says_what_could_be_weaker_in_protocol_shared() =>
        Holds("advice shared", AdviceTable.OfWeaker(Pair("shared")));

    [Fact]
    public void The_document_says_what_could_be_weaker_in_protocol_exclusive()
    {
        Assert.SkipUnless(IsLong, "the long tier");
        Holds("advice exclusive", AdviceTable.OfWeaker(Named("hand-over")));
    }

    [Fact]
    public void The_document_says_what_could_be_weaker_in_protocol_two_word()
    {
        Assert.SkipUnless(IsLong, "the long tier");
        Holds("advice two-word", AdviceTable.OfWeaker(
            Named("hand-over-words"), Named("give-way-words"), Named("share-words"), Pair("two-word")));
    }

    private static void Holds(string name, string table)
    {
        if (DocumentTable.MustRefresh)
        {
            DocumentTable.Write(name, table);
        }

        Assert.Equal(table, DocumentTable.Read(name));
    }

    private static string[] Named(string scenario) => ["--scenario", scenario];

    private static string[] Pair(string protocol) =>
        [.. Named("seqcount"), "--writers", "2", "--readers", "1", "--values", "1", "--protocol", protocol];

    private static string[] Sample(string project, string name)
    {
        string file = Path.Combine("artifacts", "bin", project, Repository.Configuration, $"{project}.dll");
        return ["--assembly", Repository.PathOf(file), "--class", name];
    }
}
