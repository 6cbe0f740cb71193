using ExplorationBenchmark;

// Prints how fast the model checker is and how large every scenario of the catalogue is. With --write FILE the tables
// replace those between the markers in FILE: docs/CHECKERS.md. With --figures it prints the rates of one worker alone,
// as eng/compare reads them; with --models, the two weak models side by side alone (and --write FILE behind it); with
// --ordinary DLL, what the classes of tests/Cases cost.
switch (args)
{
    case ["--figures"]:
        Console.WriteLine(RateTable.Figures());
        return 0;
    case ["--ordinary", string assembly]:
        foreach (string line in OrdinaryTable.Measure(assembly))
        {
            Console.WriteLine(line);
        }

        return 0;
    case ["--models"] or ["--models", "--write", _]:
        string models = ModelTable.Measure();
        Console.WriteLine(models);
        if (args is [_, _, string to])
        {
            File.WriteAllText(to, MarkedPart.Replace(File.ReadAllText(to), "explore-models", models));
        }

        return 0;
    case [] or ["--write", _]:
        string rates = RateTable.Measure();
        string sideBySide = ModelTable.Measure();
        string catalogue = CatalogueTable.Measure();
        Console.WriteLine($"{rates}\n\n{sideBySide}\n\n{catalogue}");
        if (args is [_, string path])
        {
            string document = File.ReadAllText(path);
            document = MarkedPart.Replace(document, "explore-rates", rates);
            document = MarkedPart.Replace(document, "explore-models", sideBySide);
            document = MarkedPart.Replace(document, "explore-catalogue", catalogue);
            File.WriteAllText(path, document);
        }

        return 0;
    default:
        Console.Error.WriteLine(
            $"'{string.Join(' ', args)}' is none of: nothing, --figures, --models, --ordinary DLL, --write FILE");
        return 64;
}
