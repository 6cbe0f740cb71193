using System.Text.RegularExpressions;

namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>The tokens of a text, one after another.</summary>
internal sealed partial class TokenReader
{
    private readonly string _text;
    private readonly List<string> _tokens = [];
    private int _position;

    /// <exception cref="FormatException">There is a character that no token begins with.</exception>
    public TokenReader(string text)
    {
        _text = text;
        for (int start = 0; start < text.Length;)
        {
            Match match = Token().Match(text, start);
            if (!match.Success)
            {
                throw new FormatException($"'{text[start]}' is not understood in: {text}");
            }

            start += match.Length;
            if (match.Groups[1].Success)
            {
                _tokens.Add(match.Groups[1].Value);
            }
        }
    }

    /// <summary>The next token; empty at the end.</summary>
    public string Next => Ahead(0);

    public bool IsAtEnd => Next.Length == 0;

    /// <summary>A token further on; empty behind the end.</summary>
    public string Ahead(int distance) =>
        _position + distance < _tokens.Count ? _tokens[_position + distance] : "";

    public string Take()
    {
        string token = Next;
        _position++;
        return token;
    }

    public bool TryTake(string token)
    {
        bool found = Next == token;
        _position += found ? 1 : 0;
        return found;
    }

    public void Expect(string token)
    {
        if (!TryTake(token))
        {
            throw NotUnderstood($"'{token}'");
        }
    }

    /// <summary>Takes a token of a kind.</summary>
    public string Expect(Func<string, bool> isOfKind, string kind) =>
        isOfKind(Next) ? Take() : throw NotUnderstood(kind);

    public FormatException NotUnderstood(string expected) =>
        new($"{expected} expected, not {(IsAtEnd ? "the end" : $"'{Next}'")}, as token {_position + 1} of: {_text}");

    [GeneratedRegex(@"\G(?:\s+|(:=v\b|:=|=v\b|==|!=|<=|>=|\|\||[A-Za-z_]\w*|\d+|[=<>+\-*&|(){}\[\].;:]))")]
    private static partial Regex Token();
}
