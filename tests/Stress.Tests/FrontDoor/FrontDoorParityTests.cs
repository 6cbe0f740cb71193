using System.CommandLine;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Stress.CommandLine;

namespace Stress.Tests.FrontDoor;

/// <summary>The front door offers what the verbs accept, no more and no less.</summary>
public partial class FrontDoorParityTests
{
    /// <summary>Parameters of the script itself.</summary>
    private static readonly string[] Own = ["Verb", "Configuration", "NoBuild", "Rest"];

    private static readonly Dictionary<string, ParameterAst> Parameters =
        PowerShellRun.Parse().ParamBlock.Parameters.ToDictionary(parameter => parameter.Name.VariablePath.UserPath);

    private static readonly ILookup<string, Option> Options =
        Program.Verbs().SelectMany(verb => verb.Options).Where(option => option is IValueOption)
            .ToLookup(option => option.Name);

    [Fact]
    public void Its_parameters_are_the_options_of_all_verbs() =>
        Assert.Equal(Options.Select(each => each.Key).Order(), Parameters.Keys.Except(Own).Select(OptionOf).Order());

    [Fact]
    public void Its_switches_are_those_of_the_verbs() =>
        Assert.Equal(
            Options.Where(each => each.All(option => option is SwitchOption)).Select(each => each.Key).Order(),
            Parameters.Where(parameter => parameter.Value.StaticType == typeof(SwitchParameter))
                .Select(parameter => parameter.Key)
                .Except(Own).Select(OptionOf).Order());

    /// <summary>What several verbs have, the one that accepts most decides.</summary>
    [Theory]
    [InlineData("Scheme")]
    [InlineData("Protocol")]
    [InlineData("Audit")]
    [InlineData("Reading")]
    [InlineData("Equivalence")]
    [InlineData("Schemes")]
    [InlineData("Protocols")]
    [InlineData("Patterns")]
    [InlineData("Parts")]
    public void Its_sets_of_names_are_those_of_the_verbs(string parameter) =>
        Assert.Equal(
            Options[OptionOf(parameter)].Cast<IValueOption>().SelectMany(option => option.Names).Distinct(),
            Arguments(parameter, "ValidateSet"));

    [Theory]
    [InlineData("Folios")]
    [InlineData("Mms")]
    [InlineData("Writers")]
    [InlineData("Readers")]
    [InlineData("Sections")]
    [InlineData("Seed")]
    [InlineData("InitialSequence")]
    [InlineData("Values")]
    [InlineData("PreemptionBound")]
    [InlineData("LimitExecutions")]
    [InlineData("Threads")]
    [InlineData("Orders")]
    [InlineData("Repeat")]
    public void Its_ranges_are_those_of_the_verbs(string parameter)
    {
        object[] range = Arguments(parameter, "ValidateRange");
        Assert.Contains(
            Options[OptionOf(parameter)].Cast<IValueOption>(),
            option => option.Accepted.EndsWith($"an integer from {range[0]} to {range[1]}", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_verbs_are_those_of_the_command_line() =>
        Assert.Empty(Program.Verbs().Select(verb => verb.Name).Except(Arguments("Verb", "ValidateSet").Cast<string>()));

    /// <summary><c>TimeBudget</c> is <c>--time-budget</c>.</summary>
    private static string OptionOf(string parameter) =>
        "-" + Capital().Replace(parameter, match => $"-{match.Value.ToLowerInvariant()}");

    private static object[] Arguments(string parameter, string validation) =>
    [
        .. Parameters[parameter].Attributes.OfType<AttributeAst>()
            .Single(attribute => attribute.TypeName.Name == validation)
            .PositionalArguments.Select(argument => argument.SafeGetValue()),
    ];

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
