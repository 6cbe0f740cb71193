namespace Exploration.Advice;

/// <summary>An access that has to be stronger, in a row of a report.</summary>
/// <param name="Site">Where it stands, as <c>FILE:LINE</c>.</param>
/// <param name="Operation">What is done there.</param>
/// <param name="Strengthened">What has to be done instead.</param>
public sealed record AccessRow(string Site, string Operation, string Strengthened);
