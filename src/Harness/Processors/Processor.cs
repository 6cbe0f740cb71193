namespace Harness.Processors;

/// <summary>A logical processor and where it is.</summary>
/// <param name="Number">Its number, as in masks.</param>
/// <param name="Core">The lowest number of a processor of the same core: SMT siblings have the same.</param>
/// <param name="Socket">Number of its package.</param>
public sealed record Processor(int Number, int Core, int Socket);
