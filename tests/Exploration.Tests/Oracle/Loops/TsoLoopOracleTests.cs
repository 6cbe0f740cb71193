namespace Exploration.Tests.Oracle.Loops;

/// <summary>Random programs with loops under total store order.</summary>
public sealed class TsoLoopOracleTests(ITestOutputHelper output) : LoopOracle(output, ModelName.Tso);
