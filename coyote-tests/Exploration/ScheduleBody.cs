using Atomics.Programs;
using CoyoteTests.Memory;
using Microsoft.Coyote.Runtime;
using Microsoft.Coyote.Specifications;

namespace CoyoteTests.Exploration;

/// <summary>What Coyote runs again and again: one fresh instance of a scenario, one schedule, one judgement.</summary>
/// <remarks>
/// The first actor runs on the thread that Coyote starts the schedule with: that saves creating one thread in four, and a
/// switch to a thread that only waits. No actor moves before all have been started, so no order is favoured.
/// </remarks>
internal sealed class ScheduleBody(Scenario scenario)
{
    // Instances of schedules that Coyote cut short. Their threads may still be leaving: the memory stays.
    private readonly List<ScenarioInstance> _abandoned = [];

    /// <summary>What the last complete schedule showed; null if it was cut short.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>Runs one schedule.</summary>
    public void Run()
    {
        Outcome = null;
        SchedulingPoint.Suppress();
        ScenarioInstance instance = scenario.Create<CoyoteMemory>();
        _abandoned.Add(instance);
        Interleaving.Current = new Interleaving(instance.Actors.Count);
        long[][] registers = [.. instance.Actors.Select(actor => new long[actor.RegisterNames.Count])];

        Thread[] threads = new Thread[instance.Actors.Count];
        for (int actor = 1; actor < threads.Length; actor++)
        {
            threads[actor] = Start(instance, actor, registers[actor]);
        }

        SchedulingPoint.Resume();
        RunActor(instance, 0, registers[0]);
        for (int actor = 1; actor < threads.Length; actor++)
        {
            threads[actor].Join();
        }

        Judge(instance, registers);
        _abandoned.Remove(instance);
        instance.Dispose();
    }

    private static Thread Start(ScenarioInstance instance, int actor, long[] registers)
    {
        Thread thread = new(() => RunActor(instance, actor, registers));
        thread.Start();
        return thread;
    }

    private static void RunActor(ScenarioInstance instance, int actor, long[] registers)
    {
        Interleaving.Become(actor);
        instance.Actors[actor].Body(registers);
        Interleaving.Become(-1);
    }

    private unsafe void Judge(ScenarioInstance instance, long[][] registers)
    {
        long[] final = [.. instance.Observed.Select(location =>
            location.SizeBytes == sizeof(int) ? *(int*)location.Address : *(long*)location.Address)];
        Outcome = new Outcome(instance, registers, final);
        string? violation = instance.Check(Outcome);
        Specification.Assert(violation is null, "{0}", violation);
    }
}
