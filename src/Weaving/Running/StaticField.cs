using Weaving.Objects;

namespace Weaving.Running;

/// <summary>A static field that actors touch. Its memory does not move.</summary>
/// <param name="Number">Its number among the objects.</param>
/// <param name="Address">Where it lies.</param>
/// <param name="Layout">Its words.</param>
/// <param name="Name">Such as <c>Cache.Value</c>.</param>
internal sealed record StaticField(long Number, nint Address, Layout Layout, string Name);
