using Exploration;
using Exploration.Assertions;
using Exploration.Search;
using OwnSeqlock;

// The repaired seqlock is proved under every model; the broken one is right under SC and on x86, and torn under RC11.
foreach (ModelName model in Enum.GetValues<ModelName>())
{
    ExplorationOptions options = new() { Model = model };
    ExplorationResult repaired = Explorer.Explore(new SeqlockScenario(isRepaired: true), options)
        .AssertPasses()
        .AssertSometimes("reader.accepted=1 reader.x=1 reader.y=1")
        .AssertNever("reader.accepted=1 reader.x=1 reader.y=0");
    ExplorationResult broken = Explorer.Explore(new SeqlockScenario(isRepaired: false), options);
    Console.WriteLine(
        $"{model}: repaired proved in {repaired.Executions} executions, broken "
        + $"{broken.Verdict.ToString().ToLowerInvariant()}");
    if (broken.Counterexample is not null)
    {
        Console.WriteLine(broken.Counterexample.ToText());
    }
}
