using ExplorationBenchmark;

// Prints how fast the model checker is and how large every scenario of the catalogue is. With --write FILE the tables replace those
// between the markers in FILE: docs/CHECKERS.md.
string rates = RateTable.Measure();
string catalogue = CatalogueTable.Measure();
Console.WriteLine($"{rates}\n\n{catalogue}");
if (args is ["--write", string path])
{
    string document = File.ReadAllText(path);
    document = MarkedPart.Replace(document, "explore-rates", rates);
    document = MarkedPart.Replace(document, "explore-catalogue", catalogue);
    File.WriteAllText(path, document);
}
