namespace Exploration.Tests.Oracle.Loops;

/// <summary>What the machine found.</summary>
/// <param name="States">States of the program.</param>
/// <param name="Outcomes">Outcomes of the executions in which everybody finishes.</param>
/// <param name="Endings">How executions end.</param>
/// <param name="ChangesForEver">
/// Whether some schedule, fair or not, changes words for ever: then no search that cuts failed turns comes to an end.
/// </param>
internal sealed record MachineResult(
    int States, HashSet<string> Outcomes, HashSet<Ending> Endings, bool ChangesForEver);
