namespace EmittedCode;

/// <summary>Compares the code of each tagged access with what its operation needs.</summary>
public static class Faults
{
    /// <summary>Operations for which no instruction may order anything.</summary>
    private static readonly string[] s_plain = ["ReadPlain", "WritePlain"];

    /// <summary>Operations that are an access and order others as well, or a barrier.</summary>
    private static readonly string[] s_free = [.. s_plain, "ReadAcquire", "WriteRelease", "ReadBarrier"];

    /// <summary>What is wrong, a sentence each.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="statements">Its code.</param>
    /// <param name="sites">The tagged accesses, each of which must have come about.</param>
    public static IEnumerable<string> Of(
        Machine machine, IReadOnlyList<EmittedStatement> statements, IReadOnlyList<Site> sites) =>
    [
        .. sites.Except(statements.SelectMany(statement => statement.Sites))
            .Select(site => $"no code for [{site.Id}] at {site.File}:{site.Line}"),
        .. Missing(machine, statements),
        .. statements.SelectMany(statement => Superfluous(machine, statement)),
        .. statements.SelectMany(statement => BeforeBarrier(machine, statement)),
        .. statements.GroupBy(statement => statement.Method).SelectMany(OutOfOrder),
    ];

    /// <summary>
    /// Accesses without what they need: in each method that has the access for certain, and where none has, in all
    /// that may have it.
    /// </summary>
    private static IEnumerable<string> Missing(Machine machine, IReadOnlyList<EmittedStatement> statements)
    {
        foreach (Site site in statements.SelectMany(statement => statement.Sites).Distinct())
        {
            Rule rule = Rule.For(machine, site.Operation);
            (EmittedStatement Code, bool IsCertain)[] methods = [.. MethodsOf(site, statements)];
            EmittedStatement[] unmet =
                [.. methods.Select(each => each.Code).Where(code => !rule.IsMetBy(code.Instructions))];
            EmittedStatement[] without = unmet.Length == methods.Length
                ? unmet
                : [.. methods.Where(each => each.IsCertain).Select(each => each.Code).Intersect(unmet)];

            foreach (EmittedStatement code in without)
            {
                yield return $"[{site.Id}] {site.Operation} needs {rule.Words}{In(code)}";
            }
        }
    }

    /// <summary>The code of an access in each method that may have it, and whether it must.</summary>
    private static IEnumerable<(EmittedStatement Code, bool IsCertain)> MethodsOf(
        Site site, IReadOnlyList<EmittedStatement> statements) =>
        from statement in statements
        where statement.Sites.Contains(site)
        group statement by statement.Method into parts
        let code = parts.SelectMany(part => part.Instructions).OrderBy(each => each.Offset).ToArray()
        let isCertain = parts.Any(part => part.Sites.Take(part.Certain).Contains(site))
        select (new EmittedStatement(parts.Key, [site], code), isCertain);

    private static IEnumerable<string> Superfluous(Machine machine, EmittedStatement statement)
    {
        // Arm64 orders by the access itself what x64 orders anyway.
        string[] without = machine == Machine.X64 ? s_free : s_plain;
        if (statement.Sites.All(site => without.Contains(site.Operation))
            && statement.Instructions.FirstOrDefault(each => each.Orders) is Instruction extra)
        {
            yield return $"[{statement.Sites[0].Id}] must not have '{extra.Text}'{In(statement)}";
        }
    }

    /// <summary>The code that comes before a barrier, which stands in front of all accesses of its statement.</summary>
    private static IEnumerable<string> BeforeBarrier(Machine machine, EmittedStatement statement) =>
        machine == Machine.Arm64 && statement.Sites[0].Operation == "ReadBarrier"
        && statement.Instructions.FirstOrDefault(each => each.TouchesMemory || each.Orders) is Instruction first
        && !first.Text.StartsWith("dmb", StringComparison.Ordinal)
            ? [$"[{statement.Sites[0].Id}] '{first.Text}' comes before the barrier{In(statement)}"]
            : [];

    /// <summary>
    /// Accesses that passed an ordering one: in code without a branch, what stands behind it in the source must stand
    /// behind it in memory as well, and what stands before it before.
    /// </summary>
    private static IEnumerable<string> OutOfOrder(IGrouping<string, EmittedStatement> method) =>
        from first in method
        from second in method
        where first.Sites[0].Line < second.Sites[0].Line && first.Sites[0].File == second.Sites[0].File
        from early in first.Instructions
        where early.Orders || early.TouchesMemory
        from late in second.Instructions
        where late.Group == early.Group && late.Offset < early.Offset
        where (late.Orders || late.TouchesMemory) && (early.Orders || late.Orders)
        select $"[{second.Sites[0].Id}] '{late.Text}' comes before "
            + $"[{first.Sites[0].Id}] '{early.Text}' in {method.Key}";

    private static string In(EmittedStatement statement) =>
        $" in {statement.Method}: {string.Join("; ", statement.Instructions.Select(each => each.Text))}";
}
