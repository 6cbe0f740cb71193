using Campaigns.Plans;
using Campaigns.Records;

namespace Campaigns.Work;

/// <summary>Does what a cell asks for.</summary>
public interface ICellRunner
{
    /// <summary>Does it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cell">One of its cells.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="OperationCanceledException">It was given up, and there is no result.</exception>
    CellResult Run(Plan plan, Cell cell, CancellationToken cancellation);
}
