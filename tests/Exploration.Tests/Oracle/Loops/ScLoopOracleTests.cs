namespace Exploration.Tests.Oracle.Loops;

/// <summary>Random programs with loops under sequential consistency.</summary>
public sealed class ScLoopOracleTests(ITestOutputHelper output) : LoopOracle(output, ModelName.Sc);
