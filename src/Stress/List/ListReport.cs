using System.Text.Json.Serialization;
using Stress.CommandLine;

namespace Stress.List;

/// <summary>The JSON of <c>list</c>: every name that other verbs accept, by kind.</summary>
/// <param name="Head">The command that made it.</param>
internal sealed record ListReport(ReportHead Head) : VerbReport(Head)
{
    /// <inheritdoc cref="Catalogue.Schemes"/>
    public IReadOnlyList<ListEntry> Schemes { get; init; } = Catalogue.Schemes;

    /// <inheritdoc cref="Catalogue.Protocols"/>
    public IReadOnlyList<ListEntry> Protocols { get; init; } = Catalogue.Protocols;

    /// <inheritdoc cref="Catalogue.Workloads"/>
    public IReadOnlyList<ListEntry> Workloads { get; init; } = Catalogue.Workloads;

    /// <inheritdoc cref="Catalogue.Scenarios"/>
    public IReadOnlyList<ListEntry> Scenarios { get; init; } = Catalogue.Scenarios;

    /// <inheritdoc cref="Catalogue.Canaries"/>
    public IReadOnlyList<CanaryEntry> Canaries { get; init; } = Catalogue.Canaries;

    /// <inheritdoc cref="Catalogue.Models"/>
    public IReadOnlyList<ListEntry> Models { get; init; } = Catalogue.Models;

    /// <inheritdoc cref="Catalogue.LitmusTests"/>
    public IReadOnlyList<ListEntry> LitmusTests { get; init; } = Catalogue.LitmusTests;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ListReport))]
internal sealed partial class ListReportJson : JsonSerializerContext;
