using System.Globalization;
using System.Text.RegularExpressions;
using Atomics.Programs;

namespace Scenarios.Litmus;

/// <summary>
/// A litmus test, written as in the literature: threads with <c>∥</c> between them, operations with <c>;</c>:
/// <c>x:=1</c> stores, <c>r1=x</c> loads, <c>XCHG(x,1)</c>, <c>ADD(x,1)</c> and <c>FENCE</c> are <c>Interlocked</c>
/// operations.
/// </summary>
/// <remarks>All words start at 0. Thread <c>n</c> is the actor <c>Pn</c>; its outcome are its registers.</remarks>
public sealed partial class LitmusScenario : Scenario, IPerpetual
{
    private readonly LitmusAccess _access;
    private readonly Func<Outcome, string?> _check;
    private readonly List<string> _words = [];
    private readonly List<string>[] _registers;
    private readonly LitmusOperation[][] _threads;

    /// <summary>Reads a litmus test.</summary>
    /// <param name="name">Name on the command line.</param>
    /// <param name="program">The threads.</param>
    /// <param name="access">How loads and stores are made.</param>
    /// <param name="observed">Words whose final values are part of the outcome.</param>
    /// <param name="check">Judges an outcome; null allows all.</param>
    /// <exception cref="FormatException">An operation is none of those above.</exception>
    public LitmusScenario(
        string name,
        string program,
        LitmusAccess access = LitmusAccess.Plain,
        IReadOnlyList<string>? observed = null,
        Func<Outcome, string?>? check = null)
    {
        Name = name;
        Program = program;
        Observed = observed ?? [];
        _access = access;
        _check = check ?? (_ => null);
        string[] threads = program.Split('∥');
        _registers = [.. threads.Select(_ => new List<string>())];
        _threads = [.. threads.Select((text, thread) =>
            text.Split(';', StringSplitOptions.TrimEntries).Select(operation => Parse(operation, thread)).ToArray())];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Description =>
        $"{Program} with {(_access == LitmusAccess.Plain ? "plain" : "volatile")} accesses.";

    /// <summary>The threads as text.</summary>
    public string Program { get; }

    /// <summary>Words whose final values are part of the outcome.</summary>
    public IReadOnlyList<string> Observed { get; }

    /// <summary>The names of an outcome's values.</summary>
    public IReadOnlyCollection<string> OutcomeNames =>
    [
        .. _registers.SelectMany((registers, thread) => registers.Select(register => $"P{thread}.{register}")),
        .. Observed,
    ];

    /// <inheritdoc/>
    public override unsafe ScenarioInstance Create<TMemory>()
    {
        SharedWords shared = new();
        int*[] words = new int*[_words.Count];
        for (int word = 0; word < words.Length; word++)
        {
            words[word] = shared.Word32(_words[word]);
        }

        Actor[] actors =
            [.. _threads.Select((operations, thread) => new Actor($"P{thread}", _registers[thread], registers =>
        {
            foreach (LitmusOperation operation in operations)
            {
                operation.Run<TMemory>(words, _access, registers);
            }
        }))];
        return new ScenarioInstance(actors, shared.Locations, Observed, _check, shared);
    }

    [GeneratedRegex(
        @"^(?:(?<fence>FENCE)|(?<kind>XCHG|ADD)\((?<word>\w+),(?<value>-?\d+)\)"
        + @"|(?<word>\w+):=(?<value>-?\d+)|(?<register>\w+)=(?<word>\w+))$")]
    private static partial Regex OperationSyntax();

    private LitmusOperation Parse(string text, int thread)
    {
        Match match = OperationSyntax().Match(text);
        if (!match.Success)
        {
            throw new FormatException(
                $"'{text}' is no litmus operation: write x:=1, r1=x, XCHG(x,1), ADD(x,1) or FENCE.");
        }

        if (match.Groups["fence"].Success)
        {
            return new LitmusOperation(LitmusOperationKind.Fence, -1, 0, -1);
        }

        int word = IndexOf(_words, match.Groups["word"].Value);
        if (match.Groups["register"].Success)
        {
            int register = IndexOf(_registers[thread], match.Groups["register"].Value);
            return new LitmusOperation(LitmusOperationKind.Load, word, 0, register);
        }

        LitmusOperationKind kind = match.Groups["kind"].Value switch
        {
            "XCHG" => LitmusOperationKind.Exchange,
            "ADD" => LitmusOperationKind.Add,
            "" => LitmusOperationKind.Store,
            string other => throw new FormatException($"no litmus operation '{other}'"),
        };
        string number = match.Groups["value"].Value;
        return int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? new LitmusOperation(kind, word, value, -1)
            : throw new FormatException($"'{text}' is no litmus operation: {number} does not fit a word of 32 bits.");
    }

    private static int IndexOf(List<string> names, string name)
    {
        int index = names.IndexOf(name);
        if (index < 0)
        {
            index = names.Count;
            names.Add(name);
        }

        return index;
    }
}
