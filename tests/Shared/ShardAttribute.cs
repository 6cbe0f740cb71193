using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Xunit.v3;

[assembly: Shard]

namespace Shared;

/// <summary>
/// Leaves the tests of other shards out, where variables name one: a test belongs to the shard that its name falls to.
/// Every test project compiles this file.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ShardAttribute : BeforeAfterTestAttribute
{
    private const string IndexVariable = "TEST_SHARD_INDEX";
    private const string CountVariable = "TEST_TOTAL_SHARDS";

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        int count = Read(CountVariable, 1);
        int index = Read(IndexVariable, 0);
        if (index >= count)
        {
            throw new InvalidOperationException(
                $"{IndexVariable} is {index}; accepted: a number below {CountVariable}, {count}");
        }

        // A campaign knows the tests of other shards by this reason (TestOutcomes in src/Campaigns).
        Assert.SkipUnless(Of(test.TestDisplayName, count) == index, "a test of another shard");
    }

    /// <summary>The shard of a test, from 0; the same on every machine, unlike a hash code.</summary>
    public static int Of(string test, int count) =>
        (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(test))) % (uint)count);

    private static int Read(string variable, int usual) => Environment.GetEnvironmentVariable(variable) switch
    {
        null or "" => usual,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) => number,
        string text => throw new InvalidOperationException($"{variable} is '{text}'; accepted: a number"),
    };
}
