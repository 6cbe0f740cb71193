using Exploration.Division;

namespace Exploration.Search;

/// <summary>
/// How much of a search its branches are: a branch that hands over some keeps as much as each of them gets. That says
/// nothing of their sizes, which nobody knows; it says exactly whether something is missing.
/// </summary>
internal sealed class SharesOfBranches(IReadOnlyList<(Branch Branch, Share Share)> given)
{
    private readonly Dictionary<Branch, Share> _shares = given.ToDictionary(each => each.Branch, each => each.Share);

    /// <summary>A branch as a whole: what it was worth when it was handed over.</summary>
    public Share Of(Branch branch)
    {
        if (!_shares.TryGetValue(branch, out Share share))
        {
            share = Kept(branch.Parent!);
            _shares.Add(branch, share);
        }

        return share;
    }

    /// <summary>What is left of a branch for whoever visits it, without the branches that it handed over.</summary>
    public Share Kept(Branch branch) => Of(branch).Divide(branch.HandedOver + 1);
}
