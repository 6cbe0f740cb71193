using System.Globalization;

namespace Harness.Processors;

/// <summary>Which processors share a core, and which a socket.</summary>
/// <param name="Processors">Those that this process may use, by number.</param>
public sealed record Topology(IReadOnlyList<Processor> Processors)
{
    /// <summary>Where Linux tells.</summary>
    public const string SystemFolder = "/sys/devices/system/cpu";

    /// <summary>Whether two of the processors are siblings.</summary>
    public bool HasSiblings => Processors.DistinctBy(each => each.Core).Count() < Processors.Count;

    /// <summary>Sockets.</summary>
    public int Sockets => Processors.DistinctBy(each => each.Socket).Count();

    /// <summary>The processors that this process may use.</summary>
    public static Topology Here() => Read(SystemFolder, ProcessorPinning.Allowed());

    /// <summary>
    /// Reads what the system tells; a processor of which it tells nothing has a core of its own in socket 0.
    /// </summary>
    /// <param name="folder">The folder with a folder for each processor, such as <see cref="SystemFolder"/>.</param>
    /// <param name="allowed">The processors that this process may use.</param>
    public static Topology Read(string folder, IReadOnlyList<int> allowed) =>
        new([.. allowed.Order().Select(number => new Processor(
            number,
            FirstOf(TextOf(folder, number, "thread_siblings_list")) ?? number,
            FirstOf(TextOf(folder, number, "physical_package_id")) ?? 0))]);

    private static string TextOf(string folder, int number, string name)
    {
        string path = Path.Combine(folder, $"cpu{number}", "topology", name);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    /// <summary>The first number of a list such as <c>0,64</c> or <c>0-1</c>; null if there is none.</summary>
    private static int? FirstOf(string list) => int.TryParse(
        list.AsSpan(0, list.AsSpan().IndexOfAnyExceptInRange('0', '9') is int end and >= 0 ? end : list.Length),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out int first)
        ? first
        : null;
}
