namespace Weaving.Refusals;

/// <summary>The places that rewritten code tells the checker about, by number. Numbers are never given up.</summary>
internal static class CodeSites
{
    private static readonly Lock s_lock = new();
    private static readonly List<CodeSite> s_sites = [];
    private static readonly List<Refusal> s_refusals = [];

    /// <summary>A place by number.</summary>
    public static CodeSite At(int number)
    {
        lock (s_lock)
        {
            return s_sites[number];
        }
    }

    /// <summary>A refusal by number.</summary>
    public static Refusal RefusalAt(int number)
    {
        lock (s_lock)
        {
            return s_refusals[number];
        }
    }

    /// <summary>Numbers a place.</summary>
    public static int Add(CodeSite site)
    {
        lock (s_lock)
        {
            s_sites.Add(site);
            return s_sites.Count - 1;
        }
    }

    /// <summary>Numbers a refusal.</summary>
    public static int Add(Refusal refusal)
    {
        lock (s_lock)
        {
            s_refusals.Add(refusal);
            return s_refusals.Count - 1;
        }
    }
}
