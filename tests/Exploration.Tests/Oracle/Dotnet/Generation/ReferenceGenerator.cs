using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Generation;

/// <summary>Draws threads that write objects, publish them, and look into what they find.</summary>
/// <param name="random">Where choices come from.</param>
/// <param name="own">The object that the thread knows by name; null for none.</param>
internal sealed class ReferenceGenerator(Random random, string? own)
{
    private const double VolatileShare = 0.2;
    private readonly ThreadGenerator _thread = new(random, ["x"], VolatileShare);
    private readonly List<string> _references = [];

    /// <summary>The next statements.</summary>
    public Statement[] Next() => random.Next(100) switch
    {
        < 25 when own is not null => [WriteField()],
        < 50 when own is not null => [Publish()],
        < 85 => Look(),
        < 92 => Republish(),
        < 95 => [_thread.Barrier()],
        _ => [_thread.Any()],
    };

    private Place Root() => new Place.Word(_thread.One("p", "q"));

    private Statement WriteField() => random.Next(10) switch
    {
        < 7 => _thread.Write(new Place.Field(own!, "f")),
        < 8 => _thread.Write(new Place.Element(own!, ThreadGenerator.Number(0))),
        _ => new Statement.Write(new Place.Field(own!, "n"), _thread.Mode(), Object(_thread.One("A", "B"))),
    };

    private Statement Publish()
    {
        if (_thread.Chance(0.8))
        {
            return new Statement.Write(Root(), _thread.Mode(), Object(own!));
        }

        string old = NewReference();
        return _thread.Chance(0.5)
            ? new Statement.Update(UpdateKind.Exchange, old, Root(), Object(own!), null)
            : new Statement.Update(UpdateKind.CompareExchange, old, Root(), Object(own!), ThreadGenerator.Number(0));
    }

    /// <summary>Reads a reference and goes through it, mostly after a look whether it is null.</summary>
    private Statement[] Look()
    {
        string reference = _thread.NewRegister();
        Statement read = new Statement.Read(reference, _thread.Mode(), Root());
        Statement[] through = Through(reference);
        _references.Add(reference);
        return _thread.Chance(0.8) ? [read, new Statement.If(IsObject(reference), through, [])] : [read, .. through];
    }

    private Statement[] Through(string reference) => random.Next(10) switch
    {
        < 5 => [_thread.Read(new Place.Field(reference, "f"))],
        < 7 => [_thread.Write(new Place.Field(reference, "f"))],
        < 8 => [_thread.Read(new Place.Element(reference, ThreadGenerator.Number(0)))],
        _ => Follow(reference, _thread.NewRegister()),
    };

    private Statement[] Follow(string reference, string next) =>
    [
        new Statement.Read(next, _thread.Mode(), new Place.Field(reference, "n")),
        new Statement.If(IsObject(next), [_thread.Read(new Place.Field(next, "f"))], []),
    ];

    private Statement[] Republish() => _references.Count == 0
        ? Look()
        : [new Statement.Write(Root(), _thread.Mode(), new Expression.Register(_thread.One([.. _references])))];

    private string NewReference()
    {
        string register = _thread.NewRegister();
        _references.Add(register);
        return register;
    }

    private static Expression Object(string name) => new Expression.Constant(new Value(0, name));

    private static Expression IsObject(string register) => new Expression.Binary(
        new Expression.Register(register), Operator.NotEqual, new Expression.Constant(Value.Null));
}
