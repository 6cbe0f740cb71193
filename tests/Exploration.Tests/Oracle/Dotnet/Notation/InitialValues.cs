namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>Initial values of words: <c>x=1 p=A A.f=1</c>.</summary>
internal static class InitialValues
{
    /// <exception cref="FormatException">The text is not understood.</exception>
    public static IReadOnlyDictionary<string, Value> Parse(string text)
    {
        Dictionary<string, Value> values = [];
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = part.Split('=');
            if (sides.Length != 2 || !Location.IsText(sides[0]))
            {
                throw new FormatException($"'{part}' is no initial value: a word, an equals sign, a value");
            }

            if (!values.TryAdd(sides[0], Value.Parse(sides[1])))
            {
                throw new FormatException($"{sides[0]} has two initial values");
            }
        }

        return values;
    }
}
