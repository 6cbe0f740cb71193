using System.CommandLine;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Stress.CommandLine;

namespace Stress.Tests.FrontDoor;

/// <summary>The front door offers what <c>stress run</c> accepts, no more and no less.</summary>
public partial class FrontDoorParityTests
{
    /// <summary>Parameters of the script itself.</summary>
    private static readonly string[] Own = ["Verb", "Configuration", "NoBuild", "Rest"];

    private static readonly Dictionary<string, ParameterAst> Parameters =
        PowerShellRun.Parse().ParamBlock.Parameters.ToDictionary(parameter => parameter.Name.VariablePath.UserPath);

    private static readonly Dictionary<string, Option> RunOptions =
        Program.Verbs().Single(verb => verb.Name == Program.DefaultVerb).Options
            .Where(option => option is IValueOption).ToDictionary(option => option.Name);

    [Fact]
    public void Its_parameters_are_the_options_of_run() =>
        Assert.Equal(RunOptions.Keys.Order(), Parameters.Keys.Except(Own).Select(OptionOf).Order());

    [Fact]
    public void Its_switches_are_those_of_run() =>
        Assert.Equal(
            RunOptions.Values.OfType<SwitchOption>().Select(option => option.Name).Order(),
            Parameters.Where(parameter => parameter.Value.StaticType == typeof(SwitchParameter)).Select(parameter => parameter.Key)
                .Except(Own).Select(OptionOf).Order());

    [Theory]
    [InlineData("Scheme")]
    [InlineData("Protocol")]
    [InlineData("Audit")]
    public void Its_sets_of_names_are_those_of_run(string parameter) =>
        Assert.Equal(((IValueOption)RunOptions[OptionOf(parameter)]).Names, Arguments(parameter, "ValidateSet"));

    [Theory]
    [InlineData("Order")]
    [InlineData("Folios")]
    [InlineData("Mms")]
    [InlineData("Writers")]
    [InlineData("Readers")]
    [InlineData("Sections")]
    [InlineData("Seed")]
    [InlineData("InitialSequence")]
    public void Its_ranges_are_those_of_run(string parameter)
    {
        object[] range = Arguments(parameter, "ValidateRange");
        Assert.Equal(((IValueOption)RunOptions[OptionOf(parameter)]).Accepted, $"an integer from {range[0]} to {range[1]}");
    }

    [Fact]
    public void Its_verbs_are_those_of_the_command_line() =>
        Assert.Empty(Program.Verbs().Select(verb => verb.Name).Except(Arguments("Verb", "ValidateSet").Cast<string>()));

    /// <summary><c>TimeBudget</c> is <c>--time-budget</c>.</summary>
    private static string OptionOf(string parameter) =>
        "-" + Capital().Replace(parameter, match => $"-{match.Value.ToLowerInvariant()}");

    private static object[] Arguments(string parameter, string validation) =>
    [
        .. Parameters[parameter].Attributes.OfType<AttributeAst>().Single(attribute => attribute.TypeName.Name == validation)
            .PositionalArguments.Select(argument => argument.SafeGetValue()),
    ];

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
