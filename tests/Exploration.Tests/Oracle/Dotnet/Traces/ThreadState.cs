using System.Collections.Immutable;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Traces;

/// <summary>Where a run of a thread has got to.</summary>
/// <param name="Events">Its events so far.</param>
/// <param name="Registers">Its registers, as far as they are set.</param>
/// <param name="Control">The reads that branches looked at.</param>
internal sealed record ThreadState(
    ImmutableList<TraceEvent> Events, ImmutableDictionary<string, RegisterValue> Registers, ulong Control)
{
    public static readonly ThreadState Start = new([], ImmutableDictionary<string, RegisterValue>.Empty, 0);

    /// <summary>The bit of the next event.</summary>
    public ulong Next => 1UL << Events.Count;

    public ThreadState Set(string? register, RegisterValue value) =>
        register is null ? this : this with { Registers = Registers.SetItem(register, value) };

    public ThreadState LookedAt(ulong reads) => this with { Control = Control | reads };

    public ThreadState Add(TraceEvent next) => this with { Events = Events.Add(next with { Control = Control }) };

    public ThreadState AddFence(FenceKind? kind) => kind is { } fence ? Add(TraceEvent.FenceOf(fence)) : this;

    public Trace End(TraceEnd end) => new(Events, Registers, end);

    /// <summary>
    /// What an expression gives, and the reads that it comes from. A register that was not set holds 0.
    /// </summary>
    public RegisterValue Evaluate(Expression expression) => new(
        expression.Evaluate(name => Registers.GetValueOrDefault(name).Value),
        expression.Registers.Aggregate(0UL, (reads, name) => reads | Registers.GetValueOrDefault(name).Reads));

    /// <summary>Where an access goes; null if it goes through null, or through a number.</summary>
    public Access? Resolve(Place place)
    {
        switch (place)
        {
            case Place.Word word:
                return new Access(Location.Word(word.Name), 0, 0);
            case Place.Field field:
                return Base(field.Base) is { } owner
                    ? new Access(Location.Field($"{owner.Value}", field.Name), owner.Reads, 0)
                    : null;
            case Place.Element element when Names.IsWord(element.Base):
                RegisterValue row = Evaluate(element.Index);
                return new Access(Location.Element(element.Base, row.Value), 0, row.Reads);
            case Place.Element element:
                RegisterValue index = Evaluate(element.Index);
                return Base(element.Base) is { } array
                    ? new Access(Location.Element($"{array.Value}", index.Value), array.Reads, index.Reads)
                    : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(place), place, null);
        }
    }

    private RegisterValue? Base(string name)
    {
        RegisterValue found = Names.IsRegister(name)
            ? Registers.GetValueOrDefault(name)
            : new RegisterValue(Value.Parse(name), 0);
        return found.Value.IsObject ? found : null;
    }

    /// <summary>A word, the read that its reference came from, and the reads that its index came from.</summary>
    internal readonly record struct Access(Location Location, ulong Through, ulong Index)
    {
        public TraceEvent Of(EventKind kind, Value value, AccessMode mode, bool isUpdate = false) =>
            new(kind, Location, value, mode, isUpdate) { Through = Through, Index = Index };
    }
}
