using Harness.Hosts;

namespace Harness.Tests.Hosts;

/// <summary>Whether somebody else was at work on a machine, of which the files are made up.</summary>
public sealed class SharedMachineTests : IDisposable
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string UseFile => Path.Combine(_folder.FullName, "stat");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Two processors for a second are 200 ticks, of which this process had half.</summary>
    [Theory]
    [InlineData("cpu 1100 0 0 1100 0 0 0 0 0 0", "")]
    [InlineData("cpu 1150 0 0 1050 0 0 0 0 0 0", "other processes had 25 % of the processors")]
    [InlineData("cpu 1100 0 0 1080 0 0 0 20 0 0", "the hypervisor gave 10 % of the processors to other machines")]
    public void Time_that_others_had_is_said(string after, string expected)
    {
        File.WriteAllText(UseFile, "cpu 1000 0 0 1000 0 0 0 0 0 0\n");
        SharedMachine machine = new(UseFile, _folder.FullName, TimeSpan.Zero);
        File.WriteAllText(UseFile, $"{after}\n");
        Assert.Equal(expected, string.Join("; ", machine.Warnings(s_second, s_second, cores: 2)));
    }

    [Theory]
    [InlineData(3_000_000, 2_900_000, "")]
    [InlineData(3_000_000, 1_500_000, "the processors' frequencies differ by 50 %")]
    public void Frequencies_that_differ_are_said(int before, int after, string expected)
    {
        Write("cpu0", before);
        Write("cpu1", before);
        SharedMachine machine = new(UseFile, _folder.FullName, TimeSpan.Zero);
        Write("cpu1", after);
        Assert.Equal(expected, string.Join("; ", machine.Warnings(s_second, s_second, cores: 2)));
    }

    [Fact]
    public void A_system_that_tells_nothing_is_not_warned_of() =>
        Assert.Empty(
            new SharedMachine(UseFile, _folder.FullName, TimeSpan.Zero).Warnings(s_second, s_second, cores: 2));

    [Fact]
    public void The_ticks_are_those_of_the_documentation_of_proc() =>
        Assert.Equal(
            new MachineUse(Busy: 1 + 2 + 3 + 6 + 7, Idle: 4 + 5, Stolen: 8), Read("cpu  1 2 3 4 5 6 7 8 9 10"));

    private MachineUse? Read(string line)
    {
        File.WriteAllText(UseFile, line);
        return MachineUse.Read(UseFile);
    }

    private void Write(string processor, int frequency)
    {
        DirectoryInfo folder = _folder.CreateSubdirectory($"{processor}/cpufreq");
        File.WriteAllText(Path.Combine(folder.FullName, "scaling_cur_freq"), $"{frequency}\n");
    }
}
