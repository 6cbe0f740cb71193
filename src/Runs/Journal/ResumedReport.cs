namespace Runs.Journal;

/// <summary>What a resumed run went on from; its figures are in the report's sums.</summary>
/// <param name="Journal">The folder.</param>
/// <param name="Sessions">Sessions before this one.</param>
/// <param name="Rounds">Rounds that they finished.</param>
/// <param name="Seconds">Time of these rounds.</param>
/// <param name="CutOff">The file whose last line was cut off when its process was killed, and left out; else
/// null.</param>
public sealed record ResumedReport(string Journal, int Sessions, long Rounds, double Seconds, string? CutOff);
