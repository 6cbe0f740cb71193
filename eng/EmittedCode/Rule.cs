using System.Text.RegularExpressions;

namespace EmittedCode;

/// <summary>The instructions that an operation of the memory model needs on a machine.</summary>
/// <param name="Needs">One of these has to be there, as a regular expression; null if the machine needs none.</param>
/// <param name="Words">The same for people.</param>
public sealed record Rule(string? Needs, string Words)
{
    /// <summary>An atomic update on Arm64: one instruction of LSE, or a loop that a barrier follows.</summary>
    private const string Loop = @"\A(?=[\s\S]*^ldaxr)(?=[\s\S]*^stlxr)(?=[\s\S]*^dmb ish$)";

    /// <summary>The rule for an operation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public static Rule For(Machine machine, string operation) => (machine, operation) switch
    {
        (_, "ReadPlain" or "WritePlain") => new(null, "nothing beyond the access"),
        (Machine.X64, "ReadAcquire") => new(@"^\w+ .*\[", "a load"),
        (Machine.X64, "WriteRelease") => new(@"^(mov|add|sub|inc|dec|and|or|xor) .*\[", "a store"),
        (Machine.X64, "ReadBarrier") => new(null, "nothing"),
        (Machine.X64, "Add") => new("^lock (add|sub|inc|dec|xadd) ", "`lock add` or the like"),
        (Machine.X64, "AddReturn") => new("^lock xadd ", "`lock xadd`"),
        (Machine.X64, "CompareExchange") => new("^lock cmpxchg ", "`lock cmpxchg`"),
        (Machine.X64, "And") => new("^lock (and|cmpxchg) ", "`lock and`, or a loop of `lock cmpxchg`"),
        (Machine.X64, "Or") => new("^lock (or|cmpxchg) ", "`lock or`, or a loop of `lock cmpxchg`"),
        (Machine.Arm64, "ReadAcquire") => new("^(ldapr|ldar|ldapur)", "`ldapr` or `ldar`"),
        (Machine.Arm64, "WriteRelease") => new("^stlu?r", "`stlr`"),
        (Machine.Arm64, "ReadBarrier") => new("^dmb (ishld|ish)$", "`dmb ishld`"),
        (Machine.Arm64, "Add" or "AddReturn") => new($"^ldaddal|{Loop}", "`ldaddal`, or a loop and `dmb ish`"),
        (Machine.Arm64, "CompareExchange") => new($"^casal|{Loop}", "`casal`, or a loop and `dmb ish`"),
        (Machine.Arm64, "And") => new($"^ldclral|{Loop}", "`ldclral`, or a loop and `dmb ish`"),
        (Machine.Arm64, "Or") => new($"^ldsetal|{Loop}", "`ldsetal`, or a loop and `dmb ish`"),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of the memory model."),
    };

    /// <summary>Whether the instructions have what is needed.</summary>
    public bool IsMetBy(IReadOnlyList<Instruction> instructions) =>
        Needs is null
        || Regex.IsMatch(string.Join('\n', instructions.Select(each => each.Text)), Needs, RegexOptions.Multiline);
}
