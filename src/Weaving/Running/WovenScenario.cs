using Atomics.Programs;
using Exploration;
using Exploration.Actors;
using Exploration.Counterexamples;
using Weaving.Objects;
using Weaving.Refusals;

namespace Weaving.Running;

/// <summary>Rewritten code as a scenario of the explorer.</summary>
internal sealed class WovenScenario : CodeScenario
{
    private readonly WovenProgram _program;
    private readonly InitialStatics _initialStatics;
    private readonly Initializers _initializers;

    /// <summary>Makes a scenario, in which no word is known yet.</summary>
    public WovenScenario(WovenProgram program)
    {
        _program = program;
        _initialStatics = new InitialStatics(program.Statics);
        Objects = new ObjectTable([.. program.Actors.Select(actor => actor.Name)]);
        Words = new WordTable(base.Words, Objects);
        Statics = new StaticFields(Objects);
        Late = new LateObjects(Objects);
        _initializers = new Initializers(this, program.Statics);
    }

    /// <inheritdoc/>
    public override string Name => _program.Name;

    /// <inheritdoc/>
    public override string Description => "Ordinary code, rewritten.";

    /// <inheritdoc/>
    public override bool FindsRaces => _program.FindsRaces;

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutcomeNames => _program.OutcomeNames;

    /// <summary>Whether calls are ordered by a clock that all actors see.</summary>
    public bool HasClock => _program.HasClock;

    /// <summary>Numbers the objects.</summary>
    public ObjectTable Objects { get; }

    /// <summary>The words found so far.</summary>
    public new WordTable Words { get; }

    /// <summary>The static fields touched so far.</summary>
    public StaticFields Statics { get; }

    /// <summary>Objects that were made when an actor first asked for them, but not by it.</summary>
    public LateObjects Late { get; }

    /// <summary>Held while a state is made or judged: static fields and what they lead to change meanwhile.</summary>
    public Lock SettingUp { get; } = new();

    /// <summary>Whether a type's code has been rewritten.</summary>
    public bool IsWoven(Type type) => _program.IsWoven(type);

    /// <inheritdoc/>
    public override ScenarioInstance Create()
    {
        SetUp setUp = SetUpState();
        return new ScenarioInstance(
            [.. _program.Actors.Select((actor, index) => Start(actor, new ActorRun(this, setUp, index)))], [],
            [], _ => null);
    }

    /// <inheritdoc/>
    public override int OrderedCalls => _program.History is null ? 0 : _program.Actors.Sum(actor => actor.Calls.Count);

    /// <inheritdoc/>
    public override CodeOutcome Judge(IReadOnlyList<long[]> registers, long[] memory, int[] written,
        ulong[] preceding)
    {
        lock (SettingUp)
        {
            SetUp setUp = MakeState();
            _initializers.Require(setUp, written);
            using FinalMemory final = new(this, setUp, memory, written);
            if (_program.History is Func<object?[], ulong[], CodeOutcome> judge)
            {
                return judge([.. registers.SelectMany(each => each.Select(final.ValueOf))], preceding);
            }

            object?[] results = [.. _program.Actors.Select((actor, index) =>
                actor.Result == typeof(void) ? null : final.ValueOf(registers[index][0]))];
            IReadOnlyList<OutcomeValue> values = [.. _program.ValuesOf(setUp.Root, results)];
            return new CodeOutcome(_program.Describe(setUp.Root, results), values, _program.Check(setUp.Root, results));
        }
    }

    /// <inheritdoc/>
    public override bool Knows(long reference) => Objects[reference] is not null;

    /// <inheritdoc/>
    public override void RequireSameEverywhere()
    {
        if (Late.Ambiguous is Type type)
        {
            throw new ExplorationException(
                $"{Name} reads several objects of type {type} from static fields of generic types; which is which "
                + "depends on the order in which they are read, so that the search has no parts. Explore it in one "
                + "piece.");
        }
    }

    /// <inheritdoc/>
    public override string Format(int word, long value) => Words.Format(word, value);

    /// <inheritdoc/>
    public override Site? SiteOf(int number) =>
        CodeSites.At(number) is { File: string file } site
            ? new Site(SourcePath.Shorten(file), site.Line)
            : null;

    private static Actor Start(WovenActor actor, ActorRun run) => new(
        actor.Name, RegistersOf(actor), registers => run.Execute(actor, registers));

    private static string[] RegistersOf(WovenActor actor) => actor.Calls.Count > 0
        ? [.. actor.Calls.Select((_, call) => $"result {call}")]
        : actor.Result == typeof(void) ? [] : ["result"];

    private SetUp SetUpState()
    {
        lock (SettingUp)
        {
            return MakeState();
        }
    }

    private SetUp MakeState()
    {
        UnrecordedCode.ForgetTurns();
        _initialStatics.Restore();
        try
        {
            return new SetUp(_program.MakeState(), _program.Statics, Objects, IsWoven);
        }
        catch (Exception thrown) when (thrown.GetBaseException() is TypeLoadException or MissingMemberException)
        {
            throw new UnsupportedCodeException(new Refusal(
                Name, "",
                $"uses copies of framework types that do not fit the rest ({thrown.GetBaseException().Message})",
                "Leave their namespace out of --include."));
        }
        catch (Exception thrown) when (thrown is not ExplorationException)
        {
            throw new ExplorationException($"The set-up of {Name} threw {thrown.GetType().Name}: {thrown.Message}");
        }
    }
}
