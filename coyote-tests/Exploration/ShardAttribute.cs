using System.Globalization;
using System.Reflection;
using System.Text;
using CoyoteTests.Exploration;
using Xunit.v3;

[assembly: Shard]

namespace CoyoteTests.Exploration;

/// <summary>
/// Leaves the tests of other shards out, where variables name one: a test belongs to the shard that its name falls to.
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

        Assert.SkipUnless(NumberOf(test.TestDisplayName) % (uint)count == (uint)index, "a test of another shard");
    }

    /// <summary>The same on every machine, unlike a hash code.</summary>
    private static uint NumberOf(string name) =>
        BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private static int Read(string variable, int usual) => Environment.GetEnvironmentVariable(variable) switch
    {
        null or "" => usual,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) => number,
        string text => throw new InvalidOperationException($"{variable} is '{text}'; accepted: a number"),
    };
}
