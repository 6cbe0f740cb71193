using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>What a register holds, and the reads of the run that it comes from.</summary>
internal readonly record struct RegisterValue(Value Value, ulong Reads);
