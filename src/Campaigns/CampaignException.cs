namespace Campaigns;

/// <summary>A plan, a folder or a command that a campaign cannot use; the message is one line for people.</summary>
/// <param name="message">Names the file or the option, and what is accepted.</param>
public sealed class CampaignException(string message) : Exception(message);
