using Atomics.Programs;

namespace Atomics.Tests.Programs;

/// <summary>A declaration that means nothing, or two things, is refused by a message that names the culprit.</summary>
public sealed unsafe class DeclarationTests : IDisposable
{
    private static readonly ActorBody Nothing = _ => { };
    private readonly SharedWords _words = new();
    private readonly SharedLocation _x;
    private readonly SharedLocation _y;

    public DeclarationTests()
    {
        _words.Word64("x");
        _words.Word64("y");
        _x = _words.Locations[0];
        _y = _words.Locations[1];
    }

    [Fact]
    public void A_location_listed_twice_is_refused()
    {
        AssertRefused("'x' is there twice", locations: [_x, _x]);
        AssertRefused("'x' is there twice", locations: [_x, _y with { Name = "x" }]);
        AssertRefused("'x' and 'z' share memory", locations: [_y, _x, _x with { Name = "z" }]);
        AssertRefused("'x' and 'upper half' share memory", locations: [_x, new("upper half", _x.Address + 4, 4)]);
    }

    [Fact]
    public void A_location_that_is_no_word_is_refused()
    {
        AssertRefused("'x' has 2 bytes", locations: [_x with { SizeBytes = 2 }]);
        AssertRefused("'x' is at address 0", locations: [_x with { Address = 0 }]);
        AssertRefused("a multiple of its size", locations: [_x with { Address = _x.Address + 4 }]);
    }

    [Theory]
    [InlineData("z")]
    [InlineData("X")]
    [InlineData("P0.r")]
    [InlineData("")]
    public void An_observed_name_that_is_no_location_is_refused(string name) =>
        AssertRefused($"observed word '{name}' is no location; the locations are 'x', 'y'", observed: [name]);

    [Fact]
    public void An_outcome_has_each_name_once()
    {
        AssertRefused("'x' is there twice", observed: ["x", "x"]);
        AssertRefused("actor 'P0' is there twice", actors: [new("P0", [], Nothing), new("P0", [], Nothing)]);
        AssertRefused("register of actor 'P0' 'r' is there twice", actors: [new("P0", ["r", "s", "r"], Nothing)]);
        AssertRefused("'a.b.c' is there twice", actors: [new("a", ["b.c"], Nothing), new("a.b", ["c"], Nothing)]);
        AssertRefused("'P0.r' is there twice", actors: [new("P0", ["r"], Nothing)],
            locations: [_x with { Name = "P0.r" }], observed: ["P0.r"]);
    }

    [Theory]
    [InlineData("", "has no name")]
    [InlineData(null, "has no name")]
    [InlineData(" ", "without blanks at its ends")]
    [InlineData("a ", "without blanks at its ends")]
    [InlineData("a=1", "without '='")]
    [InlineData("a\nb", "line breaks")]
    public void A_name_that_an_outcome_cannot_carry_is_refused(string? name, string complaint)
    {
        AssertRefused(complaint, actors: [new(name!, [], Nothing)]);
        AssertRefused(complaint, actors: [new("P0", [name!], Nothing)]);
        AssertRefused(complaint, locations: [_x with { Name = name! }]);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        AssertRefused("at least one actor", actors: []);
        AssertRefused("'P0' has no body", actors: [new("P0", [], null!)]);
        AssertRefused("'P0' has no list of registers", actors: [new("P0", null!, Nothing)]);
        AssertRefused("actor has no name", actors: [null!]);
        Assert.Equal("check", Assert.Throws<ArgumentNullException>(
            () => new ScenarioInstance([new("P0", [], Nothing)], [], [], null!)).ParamName);
    }

    [Fact]
    public void Names_may_have_blanks_and_dots()
    {
        Actor[] actors = [new("reader 1", ["x", "old x"], Nothing), new("reader 2.b", ["x"], Nothing)];
        using ScenarioInstance instance = new(actors, [_x, _y], ["y"], _ => null);
        Assert.Equal(["reader 1.x", "reader 1.old x", "reader 2.b.x", "y"], instance.OutcomeNames);
        Outcome outcome = new(instance, [[1, -2], [3]], [4]);
        Assert.Equal([new("reader 1.x", 1), new("reader 1.old x", -2), new("reader 2.b.x", 3), new("y", 4)],
            outcome.Values);
    }

    public void Dispose() => _words.Dispose();

    private void AssertRefused(
        string complaint, Actor[]? actors = null, SharedLocation[]? locations = null, string[]? observed = null)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new ScenarioInstance(
            actors ?? [new("P0", [], Nothing)], locations ?? [_x, _y], observed ?? [], _ => null));
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
    }
}
