using System.Runtime.CompilerServices;

namespace Weaving.Running;

/// <summary>Compares places in objects by the identity of the objects.</summary>
internal sealed class PlaceComparer : IEqualityComparer<(object Owner, int Offset)>
{
    /// <summary>The only one.</summary>
    public static PlaceComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals((object Owner, int Offset) x, (object Owner, int Offset) y) =>
        ReferenceEquals(x.Owner, y.Owner) && x.Offset == y.Offset;

    /// <inheritdoc/>
    public int GetHashCode((object Owner, int Offset) obj) => RuntimeHelpers.GetHashCode(obj.Owner) + obj.Offset;
}
