namespace Exploration.Tests.Oracle.Loops;

/// <summary>Some statements of one actor, and what they were made from.</summary>
internal sealed record Piece(Statement[] Body, Feature Features = Feature.None)
{
    /// <summary>What another actor may do so that the waits of this piece end.</summary>
    public Statement[] Answers { get; init; } = [];

    public static Piece Of(Feature features, params Statement[] body) => new(body, features);

    public static Piece Join(IEnumerable<Piece> pieces)
    {
        Piece[] all = [.. pieces];
        Feature features = all.Aggregate(Feature.None, (union, piece) => union | piece.Features);
        return new([.. all.SelectMany(piece => piece.Body)], features)
        {
            Answers = [.. all.SelectMany(piece => piece.Answers)],
        };
    }

    public Piece With(Feature features) => this with { Features = Features | features };
}
