using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stress.Tests.House;

/// <summary>
/// A name that is not understood is refused: a switch over names has no arm that takes all others for the usual case.
/// Names are texts, and the members of an enum or the constants of a catalogue, such as <c>ModelName.Sc</c> or
/// <c>Protocols.Shared</c>. With a condition in an arm (<c>when</c>) a switch is a list of rules, and the last one says
/// what holds otherwise.
/// </summary>
public class SilentDefaultTests
{
    /// <summary>
    /// Projects whose enums are opcodes, of a search or of compiled code, where "every other operation" is a rule.
    /// </summary>
    private static readonly string[] OpcodesOnly = ["src/Exploration/", "src/Weaving/"];

    [Fact]
    public void No_switch_over_names_in_src_has_a_silent_default() =>
        Assert.Empty(SourceFile.EndingWith(".cs")
            .Where(file => file.Name.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => Silent(file.Text, areEnumsNames: !OpcodesOnly.Any(file.Name.StartsWith))
                .Select(line => $"{file.Name}:{line}")));

    [Theory]
    [InlineData("""int F(string s) => s switch { "a" => 1, _ => 2 };""", true)]
    [InlineData("""int F(string s) => s switch { "a" or "b" => 1, "c" => 3, _ => 2 };""", true)]
    [InlineData("""int F(string s) => s switch { Protocols.Shared => 1, _ => 2 };""", true)]
    [InlineData("""int F(string s) => s switch { "a" => 1, _ => throw new E(s) };""", false)]
    [InlineData("""int F(string s) => s switch { "a" => 1, _ => throw Unknown(s) };""", false)]
    [InlineData("""int F(int i) => i switch { 0 => 1, > 5 => 3, _ => 2 };""", false)]
    [InlineData("""int F(string s) { switch (s) { case "a": return 1; default: return 2; } }""", true)]
    [InlineData("""int F(string s) { switch (s) { case "a": return 1; default: throw new E(s); } }""", false)]
    [InlineData("""int F(string s) => s switch { "a" when G() => 1, _ => 2 };""", false)]
    [InlineData("""int F(Kind k) => k switch { Kind.A => 1, Kind.B => 2 };""", false)]
    [InlineData("""int F(R r) => r switch { { Kind: Kind.A, N: > 0 } => 1, _ => 2 };""", false)]
    public void A_silent_default_is_recognized(string code, bool isSilent) =>
        Assert.Equal(isSilent, Silent(code, areEnumsNames: true).Any());

    /// <summary>The lines of the arms.</summary>
    private static IEnumerable<int> Silent(string code, bool areEnumsNames)
    {
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(
            code, options: new CSharpParseOptions(LanguageVersion.Preview));
        IEnumerable<CSharpSyntaxNode> expressions = root.DescendantNodes().OfType<SwitchExpressionSyntax>()
            .Where(each => each.Arms.All(arm => arm.WhenClause is null)
                && each.Arms.Any(arm => IsName(arm.Pattern, areEnumsNames)))
            .SelectMany(each => each.Arms)
            .Where(arm => arm is { Pattern: DiscardPatternSyntax, Expression: not ThrowExpressionSyntax });
        IEnumerable<CSharpSyntaxNode> statements = root.DescendantNodes().OfType<SwitchStatementSyntax>()
            .Where(each => each.Sections.SelectMany(section => section.Labels) is var labels
                && labels.OfType<CasePatternSwitchLabelSyntax>().All(label => label.WhenClause is null)
                && labels.Any(label => label is CaseSwitchLabelSyntax plain && IsName(plain.Value, areEnumsNames)))
            .SelectMany(each => each.Sections)
            .Where(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax)
                && section.Statements is not [ThrowStatementSyntax, ..]);
        return expressions.Concat(statements)
            .Select(node => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1);
    }

    private static bool IsName(PatternSyntax pattern, bool areEnumsNames) => pattern switch
    {
        ConstantPatternSyntax constant => IsName(constant.Expression, areEnumsNames),
        BinaryPatternSyntax either => IsName(either.Left, areEnumsNames) || IsName(either.Right, areEnumsNames),
        _ => false,
    };

    private static bool IsName(ExpressionSyntax value, bool areEnumsNames) =>
        value.IsKind(SyntaxKind.StringLiteralExpression) || (areEnumsNames && value is MemberAccessExpressionSyntax);
}
