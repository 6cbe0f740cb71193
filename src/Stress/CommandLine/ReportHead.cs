using System.Text.Json.Nodes;

namespace Stress.CommandLine;

/// <summary>What a report says of the command that made it.</summary>
/// <param name="Verb">Name of the verb.</param>
/// <param name="Seconds">Wall time of the verb so far, in seconds.</param>
/// <param name="Options">Every option with the value in force, defaults included; the name in camel case.</param>
internal sealed record ReportHead(string Verb, double Seconds, JsonObject Options);
