namespace Stress.Bench.Ratios;

/// <summary>What the hardware itself takes, measured in the same run: the limit of everything above it.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Ns">Nanoseconds.</param>
internal sealed record HardwareRow(string Name, double Ns);
