using Exploration;

namespace Weaving;

/// <summary>The memory models by short names.</summary>
public static class Model
{
    /// <inheritdoc cref="ModelName.Sc"/>
    public const ModelName Sc = ModelName.Sc;

    /// <inheritdoc cref="ModelName.Tso"/>
    public const ModelName Tso = ModelName.Tso;

    /// <inheritdoc cref="ModelName.Dotnet"/>
    public const ModelName Dotnet = ModelName.Dotnet;
}
