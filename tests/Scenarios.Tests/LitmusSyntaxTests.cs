using Scenarios.Litmus;

namespace Scenarios.Tests;

public class LitmusSyntaxTests
{
    [Theory]
    [InlineData("x:=2147483648", "'x:=2147483648' is no litmus operation: 2147483648 does not fit a word of 32 bits.")]
    [InlineData("ADD(x,-2147483649)",
        "'ADD(x,-2147483649)' is no litmus operation: -2147483649 does not fit a word of 32 bits.")]
    [InlineData("x=:1", "'x=:1' is no litmus operation: write x:=1, r1=x, XCHG(x,1), ADD(x,1) or FENCE.")]
    [InlineData("", "'' is no litmus operation: write x:=1, r1=x, XCHG(x,1), ADD(x,1) or FENCE.")]
    public void An_operation_that_means_nothing_is_named(string operation, string complaint)
    {
        FormatException refused = Assert.Throws<FormatException>(() => new LitmusScenario("own", operation));
        Assert.Equal(complaint, refused.Message);
    }

    [Fact]
    public void A_value_may_be_any_word_of_32_bits() =>
        Assert.Equal("x:=-2147483648", new LitmusScenario("own", "x:=-2147483648").Program);
}
