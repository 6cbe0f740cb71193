using Exploration;

namespace WeavingTests;

public static class FeatureTests
{
    public static TheoryData<string> Classes =>
    [
        .. OpenCases.Of("release").Assembly.GetTypes()
            .Where(type => type is { Namespace: "Features", DeclaringType: null }).Select(type => type.FullName!),
    ];

    [Theory]
    [MemberData(nameof(Classes))]
    public static void What_code_is_made_of_is_seen(string name)
    {
        string expected = name.EndsWith("Wrong", StringComparison.Ordinal) ? "refuted"
            : name.StartsWith("Features.Refuse", StringComparison.Ordinal) ? "unsupported" : "pass";
        foreach (string flavour in (string[])["debug", "release"])
        {
            Assert.Equal(expected, OpenCases.Verdict(flavour, name, ModelName.Sc));
            if (expected != "refuted")
            {
                Assert.Equal(expected, OpenCases.Verdict(flavour, name, ModelName.Dotnet));
            }
        }
    }
}
