using Exploration;

namespace WeavingTests;

public static class VerdictTests
{
    public static TheoryData<string, ModelName, string> Published => Table("expectations.tsv");

    public static TheoryData<string, ModelName, string> Further => Table("probes.tsv");

    public static TheoryData<string, ModelName, string> Kinds => Table("kinds.tsv");

    public static TheoryData<string, ModelName, string> Included => Table("included.tsv");

    public static TheoryData<string, ModelName, string> Refused => Table("refusals.tsv");

    [Theory]
    [MemberData(nameof(Published))]
    public static void A_class_has_its_verdict_whether_compiled_for_debugging_or_for_release(string name,
        ModelName model, string verdict)
    {
        string debug = OpenCases.Verdict("debug", name, model);
        FrameworkVersion.ReportUnlessKnown(name.StartsWith("Bcl", StringComparison.Ordinal), verdict, debug);
        Assert.Equal(verdict, debug);
        Assert.Equal(verdict, OpenCases.Verdict("release", name, model));
    }

    [Theory]
    [MemberData(nameof(Further))]
    public static void A_further_class_of_the_same_kinds_has_its_verdict(string name, ModelName model, string verdict)
    {
        Assert.Equal(verdict, OpenCases.Verdict("debug", $"Probes.{name}", model));
        Assert.Equal(verdict, OpenCases.Verdict("release", $"Probes.{name}", model));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public static void Each_kind_of_code_has_its_verdict(string name, ModelName model, string verdict)
    {
        Assert.Equal(verdict, OpenCases.Verdict("debug", $"Kinds.{name}", model));
        Assert.Equal(verdict, OpenCases.Verdict("release", $"Kinds.{name}", model));
    }

    [Theory]
    [MemberData(nameof(Included))]
    public static void What_is_copied_when_asked_for_has_its_verdict(string name, ModelName model, string verdict)
    {
        string found = OpenCases.Verdict("included", $"Included.{name}", model);
        FrameworkVersion.ReportUnlessKnown(isOfFramework: true, verdict, found);
        Assert.Equal(verdict, found);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public static void What_is_not_modelled_is_refused(string name, ModelName model, string verdict)
    {
        Assert.Equal(verdict, OpenCases.Verdict("debug", name, model));
        Assert.Equal(verdict, OpenCases.Verdict("release", name, model));
    }

    private static TheoryData<string, ModelName, string> Table(string name)
    {
        TheoryData<string, ModelName, string> data = [];
        foreach ((string test, ModelName model, string verdict) in OpenCases.Rows(name))
        {
            data.Add(test, model, verdict);
        }

        return data;
    }
}
