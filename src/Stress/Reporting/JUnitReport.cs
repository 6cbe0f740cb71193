using System.Globalization;
using System.Text;
using System.Xml;
using Harness;

namespace Stress.Reporting;

/// <summary>
/// Checks as JUnit XML, which CI servers read: a violation is a failure; what is inconclusive, or is code that is not
/// modelled, is an error, since nobody may take it for a pass; on a host that is not supported it is skipped.
/// </summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Style = new()
    {
        Indent = true,
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    /// <summary>Writes the checks of a verb as one suite.</summary>
    public static void Write(Stream stream, string verb, IReadOnlyList<Check> checks)
    {
        using XmlWriter xml = XmlWriter.Create(stream, Style);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", $"stress {verb}");
        xml.WriteAttributeString("tests", Text(checks.Count));
        xml.WriteAttributeString("failures", Count(checks, Verdict.Violation));
        xml.WriteAttributeString("errors", Count(checks, Verdict.Inconclusive, Verdict.UnsupportedCode));
        xml.WriteAttributeString("skipped", Count(checks, Verdict.UnsupportedHost));
        xml.WriteAttributeString("time", Seconds(checks.Sum(check => check.Seconds)));
        foreach (Check check in checks)
        {
            Write(xml, verb, check);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string verb, Check check)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Plain(check.Name));
        xml.WriteAttributeString("classname", $"stress.{verb}");
        xml.WriteAttributeString("time", Seconds(check.Seconds));
        if (check.Verdict != Verdict.Pass)
        {
            xml.WriteStartElement(ElementOf(check.Verdict));
            xml.WriteAttributeString("type", check.Verdict.Word());
            xml.WriteAttributeString("message", Plain(check.Reason));
            xml.WriteString(Plain(string.Join('\n', check.Findings.SelectMany(Lines))));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string ElementOf(Verdict verdict) => verdict switch
    {
        Verdict.Violation => "failure",
        Verdict.Inconclusive or Verdict.UnsupportedCode => "error",
        Verdict.UnsupportedHost => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No element stands for it."),
    };

    private static IEnumerable<string> Lines(Finding finding) =>
    [
        finding.Message,
        .. finding.Steps.Select((step, index) =>
            $"{index + 1,4}  {step.Thread}: {step.Text}{(step.File is null ? "" : $"  at {step.File}:{step.Line}")}"),
    ];

    /// <summary>Without the characters that XML cannot have at all.</summary>
    private static string Plain(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static string Count(IReadOnlyList<Check> checks, params Verdict[] verdicts) =>
        Text(checks.Count(check => verdicts.Contains(check.Verdict)));

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);
}
