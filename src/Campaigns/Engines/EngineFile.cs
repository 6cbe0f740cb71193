namespace Campaigns.Engines;

/// <summary>A file that a scheduler wants.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">What is in it.</param>
public sealed record EngineFile(string Path, string Text);
