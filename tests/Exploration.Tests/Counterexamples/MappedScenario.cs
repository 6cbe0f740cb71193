using Atomics.Programs;

namespace Exploration.Tests.Counterexamples;

/// <summary>A write, with debug information as of a build with <c>ContinuousIntegrationBuild</c>.</summary>
internal sealed unsafe class MappedScenario : Scenario
{
    public override string Name => "mapped";

    public override string Description => "Always throws.";

    public override ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        int* x = words.Word32("x");
        Actor actor = new("P0", [], _ =>
        {
#line 31 "/_/src/Mapped.cs"
            TMemory.WritePlain(ref *x, 1);
#line default
            throw new InvalidOperationException("as it should");
        });
        return new ScenarioInstance([actor], words.Locations, [], _ => null, words);
    }
}
