namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>What a model allows of a program.</summary>
/// <param name="Executions">How many executions, without blocked ones.</param>
/// <param name="IsMet">Whether one of them meets the condition.</param>
/// <param name="Outcomes">Their outcomes, each once, as text.</param>
internal sealed record OracleResult(long Executions, bool IsMet, IReadOnlySet<string> Outcomes);
