using Exploration;
using Exploration.Search;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;

// The tracker's own seqcount: two writers change a folio's mapcount and values, a reader takes a snapshot. Then the
// same with one step broken, a canary: the reader's recheck is not kept behind its reads. Neither x86 nor any
// interleaving shows it.
ScenarioEntry seqcount = ScenarioCatalogue.Find("seqcount");
Canary canary = CanaryCatalogue.Find("reader-recheck-unordered");
foreach (ModelName model in (ModelName[])[ModelName.Sc, ModelName.Tso, ModelName.Dotnet])
{
    ExplorationOptions options = new() { Model = model };
    ExplorationResult correct = Explorer.Explore(seqcount.Create(seqcount.Defaults), options);
    ExplorationResult broken = Explorer.Explore(seqcount.Create(seqcount.DefaultsWith(canary)), options);
    Console.WriteLine($"{model}: seqcount {Text(correct)}, {canary.Name} {Text(broken)}");
    if (broken.Counterexample is not null)
    {
        Console.WriteLine(broken.Counterexample.ToText());
    }
}

static string Text(ExplorationResult result) =>
    $"{result.Verdict.ToString().ToLowerInvariant()} in {result.Executions} executions";
