using System.Text.RegularExpressions;
using Proof.Design;

namespace Proof.Tests;

public partial class ProofDocumentTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("docs/PROOF.md"));

    [Fact]
    public void Every_check_that_the_proof_names_is_a_test()
    {
        string sources = string.Concat(Directory
            .EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        string[] names = [.. TestName().Matches(Text).Select(match => match.Groups[1].Value)];
        Assert.True(names.Length > 10, $"only {names.Length} names found");
        Assert.All(names, name => Assert.Contains($" {name}(", sources, StringComparison.Ordinal));
    }

    [Fact]
    public void The_design_table_is_the_program_s() =>
        Assert.All(DesignTable.Rows().GroupBy(row => row.Order), order =>
        {
            DesignRow digits = order.Single(row => row is { WordBits: 64, SpreadBits: false });
            DesignRow spread = order.Single(row => row is { WordBits: 64, SpreadBits: true });
            DesignRow narrow = order.Single(row => row is { WordBits: 32, SpreadBits: false });
            Assert.Contains(
                $"| {order.Key} | {Cells(digits, 24)} | {Cells(spread, 24)} | {Cells(narrow, 16)} |\n",
                Text,
                StringComparison.Ordinal);
        });

    [Fact]
    public void The_claims_and_their_verdicts_are_the_program_s() =>
        Assert.All(PatchClaims.Check(), claim => Assert.Contains(
            $"| {claim.Claim} | {(claim.Holds ? "holds" : "**fails**")} | {claim.Finding} |\n",
            Text,
            StringComparison.Ordinal));

    private static string Cells(DesignRow row, int idBits) =>
        $"{row.BitsPerValue} | {string.Join(' ', row.Ids.Select(ids => ids.Values))} | "
        + $"{row.Ids.Single(ids => ids.IdBits == idBits).Bytes}";

    [GeneratedRegex("`([A-Z][a-z]*(?:_[A-Za-z0-9]+){3,})`")]
    private static partial Regex TestName();
}
