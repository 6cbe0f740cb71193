namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>The oracle's model for one of the checker's.</summary>
internal static class OracleModels
{
    public static OracleModel Of(ModelName model) => model switch
    {
        ModelName.Sc => OracleModel.Sc,
        ModelName.Tso => OracleModel.Tso,
        ModelName.Dotnet => OracleModel.Dotnet,
        ModelName.Rc11 => OracleModel.Rc11,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
    };
}
