using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Table;

namespace Exploration.Tests.Oracle.Dotnet;

/// <summary>The notation of small programs: what is understood can be written again, what is not is refused.</summary>
public class NotationTests
{
    [Fact]
    public void The_table_has_105_programs_and_each_can_be_written_and_read_again()
    {
        Assert.Equal(105, OpenTable.Rows.Count);
        Assert.All(OpenTable.Rows, row =>
        {
            string text = row.Program.ToString();
            Assert.Equal(text, SmallProgram.Parse(text).ToString());
            Assert.Equal($"{row.Condition}", $"{Condition.Parse($"{row.Condition}")}");
        });
    }

    [Theory]
    [InlineData("x := 1", "x := 1")]
    [InlineData("r1=x;r2 =v A.f", "r1 = x; r2 =v A.f")]
    [InlineData("r1 = cas p null A; xchg x r1; add b[1] 2", "r1 = cas p 0 A; xchg x r1; add b[1] 2")]
    [InlineData(
        "if r1 == 1 or r2 == 2 and r3 < 3 { mb } else { rb; wb }",
        "if r1 == 1 or r2 == 2 and r3 < 3 { mb } else { rb; wb }")]
    [InlineData("let r1 = (r2 + 1) * 2 - (r3 - 1)", "let r1 = (r2 + 1) * 2 - (r3 - 1)")]
    [InlineData(
        "until r1 =v C[r2 & 1] != 0; stop || lock l; unlock l",
        "until r1 =v C[r2 & 1] != 0; stop || lock l; unlock l")]
    [InlineData("x :=v r1 - 1 - 1", "x :=v (r1 - 1) - 1")]
    [InlineData("r1 = add_acq x 1; xchg_rlx x r1; cas_rel y 1 2", "r1 = add_acq x 1; xchg_rlx x r1; cas_rel y 1 2")]
    public void A_program_is_read(string text, string written) => Assert.Equal(written, $"{SmallProgram.Parse(text)}");

    [Theory]
    [InlineData("")]
    [InlineData("x := 1;")]
    [InlineData("x := 1 ||")]
    [InlineData("x = 1")]
    [InlineData("x :=w 1")]
    [InlineData("x := y")]
    [InlineData("x := -1")]
    [InlineData("x := 1 y := 2")]
    [InlineData("A := 1")]
    [InlineData("r1 := 1")]
    [InlineData("x.f := 1")]
    [InlineData("r1 = A")]
    [InlineData("r1 =v add x 1")]
    [InlineData("add x 1 + 1")]
    [InlineData("cas x 1")]
    [InlineData("add_full x 1")]
    [InlineData("if r1 { }")]
    [InlineData("if r1 == r2 == r3 { mb }")]
    [InlineData("until r1 = x; mb")]
    [InlineData("until r1 = x + 1")]
    [InlineData("fence")]
    [InlineData("lock")]
    [InlineData("x := 1 ? 2")]
    public void What_is_no_program_is_refused(string text) =>
        Assert.Throws<FormatException>(() => SmallProgram.Parse(text));

    [Theory]
    [InlineData("x")]
    [InlineData("x=y")]
    [InlineData("x=1 x=2")]
    [InlineData("r1=1")]
    [InlineData("A=1")]
    [InlineData("A.f=1=2")]
    public void What_is_no_initial_value_is_refused(string text) =>
        Assert.Throws<FormatException>(() => SmallProgram.Parse("x := 1", text));

    [Theory]
    [InlineData("")]
    [InlineData("0:r1")]
    [InlineData("r1=1")]
    [InlineData("0:x=1")]
    [InlineData("0:r1=1 and 1:r1=1")]
    [InlineData("0:r1=1 & ")]
    [InlineData("x<1")]
    public void What_is_no_condition_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Condition.Parse(text));

    [Fact]
    public void Nothing_is_true_of_a_register_that_was_not_set()
    {
        Assert.False(Condition.Parse("0:r1=0").IsMetBy(_ => null));
        Assert.False(Condition.Parse("0:r1!=0").IsMetBy(_ => null));
        Assert.True(Condition.Parse("0:r1=1 or x!=2").IsMetBy(name => name == "x" ? new Value(1) : null));
    }

    [Theory]
    [InlineData("name\tprogram")]
    [InlineData("name\tinit\tprogram\tcondition\tsc\ttso\trc11\tdotnet\tarm\tarmv8-published\tremark\nMP\tx := 1")]
    [InlineData("name\tinit\tprogram\tcondition\tsc\ttso\trc11\tdotnet\tarm\tarmv8-published\tremark\n"
        + "MP\t\tx := 1\tx=1\tA 1\tA 1\tA1\tA 1\tA 1\t\t")]
    public void What_is_no_table_is_refused(string text) => Assert.Throws<FormatException>(() => OpenTable.Read(text));
}
