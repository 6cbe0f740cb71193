using System.Text.Json;
using Harness;

namespace Stress.Reporting;

/// <summary>The words of verdicts, as in the JSON.</summary>
internal static class VerdictWords
{
    /// <summary>Such as <c>unsupportedHost</c>.</summary>
    public static string Of(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());
}
