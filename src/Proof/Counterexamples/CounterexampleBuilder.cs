using Tracker.SubIds;

namespace Proof.Counterexamples;

/// <summary>Turns a vanishing vector into MMs: legal rmap IDs with mapping counts.</summary>
/// <remarks>
/// The vector acts in the first value. There the ID that seems to be alone has the bits whose digit is negative, and
/// the MM of each group differs from it in the bits whose count includes the group: a bit that the ID lacks is counted
/// up, a bit that it has is missed. In all other values every MM has the bits of the ID, so that nothing differs.
/// </remarks>
public static class CounterexampleBuilder
{
    /// <summary>Builds the mappings.</summary>
    /// <param name="subIds">The class.</param>
    /// <param name="vector">A vanishing vector of its first value.</param>
    /// <param name="groups">From <see cref="FewestGroups"/>.</param>
    /// <param name="idMaps">Whether the ID that seems to be alone maps a page of its own; it changes no
    /// difference.</param>
    /// <exception cref="ArgumentException">The groups do not fit, or only the dummy ID would.</exception>
    public static Counterexample Build(SubIdClass subIds, int[] vector, int[] groups, bool idMaps)
    {
        int id = 0;
        int[] differences = new int[groups.Length];
        for (int bit = 0; bit < vector.Length; bit++)
        {
            id |= vector[bit] < 0 ? 1 << bit : 0;
            int subset = FewestGroups.Subset(groups, Math.Abs(vector[bit]))
                ?? throw new ArgumentException($"No groups sum up to {vector[bit]}.", nameof(groups));
            for (int group = 0; group < groups.Length; group++)
            {
                differences[group] |= ((subset >> group) & 1) << bit;
            }
        }

        // The dummy ID is no MM's: a bit that is set in every MM keeps clear of it.
        bool hasDummy = id == 0 || differences.Contains(id);
        int common = hasDummy ? 1 << IndifferentBit(subIds, vector) : 0;
        IEnumerable<MappingCount> mappings = groups
            .Select((size, group) => new MappingCount(common | (id ^ differences[group]), size))
            .Concat(idMaps ? [new MappingCount(common | id, 1)] : [])
            .GroupBy(mapping => mapping.Id, (mm, parts) => new MappingCount(mm, parts.Sum(part => part.Count)))
            .OrderBy(mapping => mapping.Id);
        return new Counterexample(common | id, [.. mappings]);
    }

    /// <summary>A bit of the ID in which the MMs do not differ.</summary>
    private static int IndifferentBit(SubIdClass subIds, int[] vector)
    {
        int bit = vector.Length < subIds.IdBits ? vector.Length : Array.IndexOf(vector, 0);
        return bit >= 0 ? bit : throw new ArgumentException("Every bit differs.", nameof(vector));
    }
}
