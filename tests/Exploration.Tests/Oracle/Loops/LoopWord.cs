namespace Exploration.Tests.Oracle.Loops;

/// <summary>A shared word; a wide one has 64 bits.</summary>
internal sealed record LoopWord(string Name, bool IsWide, int Initial = 0);
