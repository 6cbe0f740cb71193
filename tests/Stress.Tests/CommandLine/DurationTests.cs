using CsCheck;
using Stress.CommandLine;

namespace Stress.Tests.CommandLine;

public class DurationTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("30s", 30_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("5m", 300_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("1000h", 3_600_000_000)]
    public void A_number_with_a_unit_is_a_time(string text, long milliseconds)
    {
        Assert.True(Duration.Form.TryParse(text, out TimeSpan value));
        Assert.Equal(milliseconds, value.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("30")]
    [InlineData("-1s")]
    [InlineData("+1s")]
    [InlineData("0ms")]
    [InlineData("0.00001ms")]
    [InlineData("1 s")]
    [InlineData("1S")]
    [InlineData("1d")]
    [InlineData("1e3s")]
    [InlineData("1,000s")]
    [InlineData("1001h")]
    [InlineData("99999999999999999999999999999999h")]
    public void Anything_else_is_refused(string text) => Assert.False(Duration.Form.TryParse(text, out _));

    [Fact]
    public void What_is_written_is_read_as_the_same_time() =>
        Gen.Long[1, TimeSpan.FromHours(1000).Ticks].Sample(ticks =>
        {
            TimeSpan time = new(ticks);
            return Duration.Form.TryParse(Duration.ToText(time), out TimeSpan read) && read == time;
        });
}
