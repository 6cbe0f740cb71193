using Harness.Processors;

namespace Stress.CommandLine;

/// <summary>What <c>--affinity</c> says.</summary>
/// <param name="Text">As written.</param>
/// <param name="Processors">The processors of a list, else empty.</param>
internal sealed record AffinityChoice(string Text, IReadOnlyList<int> Processors)
{
    /// <summary>Left to the system.</summary>
    public static AffinityChoice None { get; } = new("none", []);

    private const string SpreadText = "spread";
    private const int MaxProcessor = 1023;

    /// <summary>How it is written.</summary>
    public static ValueForm<AffinityChoice> Form { get; } = new(
        $"none, spread, or a list of processors from 0 to {MaxProcessor} such as 0,2,4",
        TryParse,
        choice => choice.Text,
        choice => choice.Text);

    /// <summary>The processors meant.</summary>
    /// <exception cref="UsageException">Threads cannot be pinned here, or not to these processors.</exception>
    public Affinity Resolve()
    {
        if (this == None)
        {
            return Affinity.None;
        }

        if (!ProcessorPinning.IsSupported)
        {
            throw new UsageException("--affinity", Text, "none, because threads can be pinned on Linux only");
        }

        if (Text == SpreadText)
        {
            return Affinity.Spread();
        }

        IReadOnlyList<int> allowed = ProcessorPinning.Allowed();
        return Processors.All(allowed.Contains)
            ? new Affinity(Processors)
            : throw new UsageException("--affinity", Text,
                $"none, spread, or some of the processors that this process may use: {string.Join(',', allowed)}");
    }

    private static bool TryParse(string text, out AffinityChoice choice)
    {
        choice = new AffinityChoice(text, []);
        if (text == None.Text)
        {
            choice = None;
            return true;
        }

        if (text == SpreadText)
        {
            return true;
        }

        bool isList = CommandLine.Form.ListOf(CommandLine.Form.Integer(0, MaxProcessor))
            .TryParse(text, out IReadOnlyList<int> processors);
        choice = new AffinityChoice(text, processors ?? []);
        return isList;
    }
}
