using System.Text.RegularExpressions;

namespace EmittedCode;

/// <summary>Reads what <c>DOTNET_JitDisasm</c> writes with code bytes.</summary>
internal static partial class Listing
{
    private const string Heading = "; Assembly listing for method ";

    /// <summary>The methods in the order in which they were compiled.</summary>
    public static IEnumerable<MethodCode> Read(string path)
    {
        foreach (string part in File.ReadAllText(path).Split(Heading).Skip(1))
        {
            string[] lines = part.Split('\n');
            yield return new MethodCode(lines[0].Trim(), [.. Instructions(lines)]);
        }
    }

    private static IEnumerable<Instruction> Instructions(string[] lines)
    {
        int offset = 0;
        int group = 0;
        int prefix = 0;
        foreach (string line in lines)
        {
            if (Label().IsMatch(line))
            {
                group++;
            }

            Match match = Code().Match(line);
            if (!match.Success)
            {
                continue;
            }

            int bytes = match.Groups["bytes"].Length / 2;
            string text = Spaces().Replace(match.Groups["text"].Value.Trim(), " ");
            if (text == "lock")
            {
                prefix = bytes;
                continue;
            }

            yield return new Instruction(offset, group, prefix > 0 ? $"lock {text}" : text);
            offset += prefix + bytes;
            prefix = 0;
        }
    }

    [GeneratedRegex(@"^G_M\w+_IG\d+:")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+(?<bytes>(?:[0-9A-F]{2})+)\s+(?<text>[a-z][^;\r]*)")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
