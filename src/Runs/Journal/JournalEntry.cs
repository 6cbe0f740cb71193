using System.Text.Json.Serialization;

namespace Runs.Journal;

/// <summary>One line of a journal, a JSON object whose <c>kind</c> says what it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(JournalStart), "start")]
[JsonDerivedType(typeof(JournalRound), "round")]
[JsonDerivedType(typeof(JournalStatistics), "statistics")]
[JsonDerivedType(typeof(JournalViolation), "violation")]
[JsonDerivedType(typeof(JournalEnd), "end")]
public abstract record JournalEntry;
