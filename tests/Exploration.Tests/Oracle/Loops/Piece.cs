namespace Exploration.Tests.Oracle.Loops;

/// <summary>Some statements of one actor, and what they were made from.</summary>
internal sealed record Piece(Statement[] Body, Feature Features = Feature.None)
{
    public static Piece Of(Feature features, params Statement[] body) => new(body, features);

    public static Piece Join(IEnumerable<Piece> pieces)
    {
        Piece[] all = [.. pieces];
        return new([.. all.SelectMany(piece => piece.Body)], all.Aggregate(Feature.None, (features, piece) => features | piece.Features));
    }
}
