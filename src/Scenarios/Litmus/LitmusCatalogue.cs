namespace Scenarios.Litmus;

/// <summary>
/// The catalogue of Owens, Sarkar and Sewell, "A better x86 memory model: x86-TSO" (2009), and nine classics, with
/// verdicts and execution counts measured with an independent model checker.
/// </summary>
public static class LitmusCatalogue
{
    /// <summary>The tests, in the order of the paper.</summary>
    public static IReadOnlyList<LitmusTest> Tests { get; } =
    [
        new("iwp2-1-amd1-mp", "x:=1; y:=1 ∥ r1=y; r2=x", "P1.r1=1 & P1.r2=0",
            (false, 3), (false, 3), (false, 3), (true, 4), [2, 3]),
        new("iwp2-2-amd2-lb", "r1=x; y:=1 ∥ r1=y; x:=1", "P0.r1=1 & P1.r1=1",
            (false, 3), (false, 3), (false, 3), (false, 3), [2, 3]),
        new("iwp2-3-a-amd4-sb", "x:=1; r1=y ∥ y:=1; r1=x", "P0.r1=0 & P1.r1=0",
            (false, 3), (true, 4), (true, 4), (true, 4), [2, 3]),
        new("iwp2-3-b-cowr0", "x:=1; r1=x", "P0.r1=1",
            (true, 1), (true, 1), (true, 1), (true, 1), [1]),
        new("iwp2-4-amd9-sb-rfi-pos", "x:=1; r1=x; r2=y ∥ y:=1; r1=y; r2=x", "P0.r2=0 & P1.r2=0",
            (false, 3), (true, 4), (true, 4), (true, 4), [2, 3]),
        new("iwp2-5-amd8-wrc", "x:=1 ∥ r1=x; y:=1 ∥ r1=y; r2=x", "P1.r1=1 & P2.r1=1 & P2.r2=0",
            (false, 7), (false, 7), (false, 7), (true, 8), [6, 7]),
        new("iwp2-6-iriw-poss-corr4", "x:=1 ∥ r1=x; r2=x ∥ x:=2 ∥ r1=x; r2=x", "P1.r1=1 & P1.r2=2 & P3.r1=2 & P3.r2=1",
            (false, 72), (false, 72), (false, 72), (false, 72), [18, 54, 72]),
        new("iwp2-7-amd7-iriw-locked", "XCHG(x,1) ∥ XCHG(y,1) ∥ r1=x; r2=y ∥ r1=y; r2=x",
            "P2.r1=1 & P2.r2=0 & P3.r1=1 & P3.r2=0",
            (false, 15), (false, 15), (true, 16), (true, 16), [14, 15]),
        new("iwp2-8-a-sb-locked", "XCHG(x,1); r1=y ∥ XCHG(y,1); r1=x", "P0.r1=0 & P1.r1=0",
            (false, 3), (false, 3), (false, 3), (false, 3), [2, 3]),
        new("iwp2-8-b-mp-locked", "XCHG(x,1); y:=1 ∥ r1=y; r2=x", "P1.r1=1 & P1.r2=0",
            (false, 3), (false, 3), (false, 3), (true, 4), [2, 3]),
        new("amd3-sb-coi-pos", "x:=1; x:=2; r1=y ∥ y:=1; y:=2; r1=x", "P0.r1=1 & P1.r1=1",
            (false, 5), (true, 9), (true, 9), (true, 9), [2, 5]),
        new("amd5-sb-fences", "x:=1; FENCE; r1=y ∥ y:=1; FENCE; r1=x", "P0.r1=0 & P1.r1=0",
            (false, 3), (false, 3), (false, 3), (false, 3), [2, 3]),
        new("amd6-iriw", "x:=1 ∥ r1=x; r2=y ∥ y:=1 ∥ r1=y; r2=x", "P1.r1=1 & P1.r2=0 & P3.r1=1 & P3.r2=0",
            (false, 15), (false, 15), (true, 16), (true, 16), [14, 15]),
        new("amd10-sb-fences-rfi", "x:=1; FENCE; r1=x; r2=y ∥ y:=1; FENCE; r1=y; r2=x", "P0.r2=0 & P1.r2=0",
            (false, 3), (false, 3), (false, 3), (false, 3), [2, 3]),
        new("n1", "x:=2; r1=y ∥ y:=1; x:=1 ∥ r1=x; r2=x", "P0.r1=0 & P2.r1=1 & P2.r2=2",
            (false, 18), (true, 24), (true, 24), (true, 24), [6, 15, 18]),
        new("n2", "y:=1; x:=1 ∥ r1=x; r2=x ∥ x:=2; z:=1 ∥ r1=z; r2=y", "P1.r1=1 & P1.r2=2 & P3.r1=1 & P3.r2=0",
            (false, 42), (false, 42), (true, 48), (true, 48), [18, 39, 42]),
        new("n3", "XCHG(x,1) ∥ y:=1 ∥ r1=y; r2=x; r3=x ∥ r1=x; r2=y; r3=y",
            "P2.r1=1 & P2.r2=0 & P2.r3=1 & P3.r1=1 & P3.r2=0 & P3.r3=1",
            (false, 32), (false, 32), (true, 36), (true, 36), [14, 29, 32]),
        new("n4", "r1=x; x:=1; r2=x ∥ r1=x; x:=2; r2=x", "P0.r1=2 & P0.r2=1 & P1.r1=1 & P1.r2=2",
            (false, 8), (false, 8), (false, 8), (false, 8), [2, 6, 8]),
        new("n5-sb-poss", "x:=1; r1=x ∥ x:=2; r1=x", "P0.r1=2 & P1.r1=1",
            (false, 4), (false, 4), (false, 4), (false, 4), [2, 4]),
        new("n6-r-po-rfi-po", "x:=1; y:=1 ∥ y:=2; r1=y; r2=x", "y=2 & P1.r1=2 & P1.r2=0",
            (false, 4), (true, 5), (true, 5), (true, 6), [2, 4]),
        new("n7-rwc-po-rfi-po", "x:=1 ∥ r1=x; r2=y ∥ y:=1; r1=y; r2=x", "P1.r1=1 & P1.r2=0 & P2.r1=1 & P2.r2=0",
            (false, 7), (true, 8), (true, 8), (true, 8), [6, 7]),
        new("n8-one-locked-sb", "XCHG(x,1); r1=y ∥ y:=1; r1=x", "P0.r1=0 & P1.r1=0",
            (false, 3), (true, 4), (true, 4), (true, 4), [2, 3]),
        new("rwc-unfenced-rwc", "x:=1 ∥ r1=x; r2=y ∥ y:=1; r1=x", "P1.r1=1 & P1.r2=0 & P2.r1=0",
            (false, 7), (true, 8), (true, 8), (true, 8), [6, 7]),
        new("rwc-fenced-rwc-fence", "x:=1 ∥ r1=x; r2=y ∥ y:=1; FENCE; r1=x", "P1.r1=1 & P1.r2=0 & P2.r1=0",
            (false, 7), (false, 7), (true, 8), (true, 8), [6, 7]),
        new("r", "x:=1; y:=1 ∥ y:=2; r1=x", "y=2 & P1.r1=0",
            (false, 3), (true, 4), (true, 4), (true, 4), [2, 3]),
        new("s", "x:=2; y:=1 ∥ r1=y; x:=1", "P1.r1=1 & x=2",
            (false, 3), (false, 3), (false, 3), (true, 4), [2, 3]),
        new("2-2w", "x:=1; y:=2 ∥ y:=1; x:=2", "x=1 & y=1",
            (false, 3), (false, 3), (true, 4), (true, 4), [2, 3]),
        new("isa2", "x:=1; y:=1 ∥ r1=y; z:=1 ∥ r1=z; r2=x", "P1.r1=1 & P2.r1=1 & P2.r2=0",
            (false, 7), (false, 7), (false, 7), (true, 8), [6, 7]),
        new("3-sb", "x:=1; r1=y ∥ y:=1; r1=z ∥ z:=1; r1=x", "P0.r1=0 & P1.r1=0 & P2.r1=0",
            (false, 7), (true, 8), (true, 8), (true, 8), [6, 7]),
        new("r-fencestore-load-side", "x:=1; y:=1 ∥ y:=2; FENCE; r1=x", "y=2 & P1.r1=0",
            (false, 3), (false, 3), (true, 4), (true, 4), [2, 3]),
        new("w-rwc", "x:=1; z:=1 ∥ r1=z; r2=y ∥ y:=1; r1=x", "P1.r1=1 & P1.r2=0 & P2.r1=0",
            (false, 7), (true, 8), (true, 8), (true, 8), [6, 7]),
        new("sb-1fence", "x:=1; FENCE; r1=y ∥ y:=1; r1=x", "P0.r1=0 & P1.r1=0",
            (false, 3), (true, 4), (true, 4), (true, 4), [2, 3]),
        new("corr", "x:=1 ∥ r1=x; r2=x", "P1.r1=1 & P1.r2=0",
            (false, 3), (false, 3), (false, 3), (false, 3), [2, 3]),
    ];

    /// <summary>
    /// Adds whose results nobody uses still synchronize: an engine that leaves the two adds unordered would allow the
    /// condition, which every model forbids.
    /// </summary>
    public static LitmusTest BlindAdds { get; } = new(
        "blind-adds", "r1=z; ADD(c,1); r2=x ∥ x:=1; ADD(c,1); y:=1 ∥ r3=y; z:=1", "P0.r1=1 & P0.r2=0 & P2.r3=1",
        (false, 10), (false, 10), (false, 10), (false, 10), []);
}
