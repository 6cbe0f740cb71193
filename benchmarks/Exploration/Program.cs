using ExplorationBenchmark;

// Prints how fast the model checker is and how large every scenario of the catalogue is. With --write FILE the tables
// replace those between the markers in FILE: docs/CHECKERS.md. With --figures it prints the rates of one worker alone,
// as eng/compare reads them; with --ordinary DLL, what the classes of tests/Cases cost.
switch (args)
{
    case ["--figures"]:
        Console.WriteLine(RateTable.Figures());
        return 0;
    case ["--ordinary", string assembly]:
        Console.WriteLine(OrdinaryTable.Measure(assembly));
        return 0;
    case [] or ["--write", _]:
        string rates = RateTable.Measure();
        string catalogue = CatalogueTable.Measure();
        Console.WriteLine($"{rates}\n\n{catalogue}");
        if (args is [_, string path])
        {
            string document = File.ReadAllText(path);
            document = MarkedPart.Replace(document, "explore-rates", rates);
            document = MarkedPart.Replace(document, "explore-catalogue", catalogue);
            File.WriteAllText(path, document);
        }

        return 0;
    default:
        Console.Error.WriteLine(
            $"'{string.Join(' ', args)}' is none of: nothing, --figures, --ordinary DLL, --write FILE");
        return 64;
}
