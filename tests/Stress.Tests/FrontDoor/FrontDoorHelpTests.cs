using System.Management.Automation;
using System.Management.Automation.Language;

namespace Stress.Tests.FrontDoor;

public class FrontDoorHelpTests
{
    private static readonly ScriptBlockAst Script = PowerShellRun.Parse();

    [Fact]
    public void The_script_parses_without_errors() => Assert.NotNull(Script.ParamBlock);

    [Fact]
    public void Every_parameter_is_documented_and_every_documented_parameter_exists()
    {
        CommentHelpInfo help = Script.GetHelpContent();
        Assert.Equal(
            Script.ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath.ToUpperInvariant())
                .Order(),
            help.Parameters.Keys.Order());
        Assert.All(help.Parameters.Values, text => Assert.NotEmpty(text.Trim()));
        Assert.NotEmpty(help.Examples);
    }

    [Fact]
    public void Every_parameter_is_typed_and_validated_or_a_switch() =>
        Assert.All(
            Script.ParamBlock.Parameters.Where(parameter => parameter.Name.VariablePath.UserPath != "Rest"),
            parameter => Assert.True(
                parameter.StaticType == typeof(SwitchParameter)
                || (parameter.StaticType != typeof(object)
                    && parameter.Attributes.Any(attribute =>
                        attribute.TypeName.Name.StartsWith("Validate", StringComparison.Ordinal))),
                parameter.Extent.Text));

    [Fact]
    public void Get_Help_prints_every_parameter()
    {
        using PowerShell shell = PowerShellRun.Create();
        PSObject help = Assert.Single(
            shell.AddCommand("Get-Help").AddParameter("Name", PowerShellRun.ScriptPath).AddParameter("Full").Invoke());
        Assert.Contains("Builds the stress command line", (string)help.Properties["Synopsis"].Value,
            StringComparison.Ordinal);
    }
}
