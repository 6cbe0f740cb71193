#:project ../src/Stress/Stress.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property EnforceCodeStyleInBuild=false

// Runs one loop of `bench --parts ratios` for a number of pairs of sections, after the JIT has compiled it for good.
// eng/instructions counts the instructions of two runs of different lengths; what they differ by is the loop's.
using Scenarios.Selection;
using Stress.Bench.Ratios;
using Tracker.Seqcount;
using Tracker.Writing;

const int Order = 9;
const int WarmUpCalls = 400;
const int WarmUpPairs = 100;

string protocol = args[0].StartsWith("two-word", StringComparison.Ordinal) ? Protocols.TwoWord : Protocols.Exclusive;
using KernelBed bed = new(Order, protocol);
Kernel kernel = args[0] switch
{
    "shared" => new SectionKernel<WriteSection<SharedSeqcount<Unstamped>>>(args[0], bed),
    "exclusive" => new SectionKernel<WriteSection<ExclusiveSeqcount<Unstamped>>>(args[0], bed),
    "two-word" => new SectionKernel<WriteSection<TwoWordSeqcount<Unstamped>>>(args[0], bed),
    "shared-by-hand" => new HandKernel(args[0], bed, HandLoop.Shared),
    "exclusive-by-hand" => new HandKernel(args[0], bed, HandLoop.Exclusive),
    "two-word-by-hand" => new HandKernel(args[0], bed, HandLoop.TwoWord),
    _ => throw new ArgumentException($"no loop '{args[0]}'"),
};
int pairs = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
for (int call = 0; call < WarmUpCalls; call++)
{
    kernel.Run(WarmUpPairs);
    Thread.Sleep(1);
}

_ = Marker.getppid();
kernel.Run(pairs);
_ = Marker.getppid();
_ = Marker.getppid();
kernel.Run(2 * pairs);
_ = Marker.getppid();

internal static class Marker
{
    [System.Runtime.InteropServices.DllImport("libc")]
    public static extern int getppid();
}
