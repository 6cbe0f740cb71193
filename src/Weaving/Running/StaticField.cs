using System.Reflection;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>A static field that actors touch.</summary>
/// <param name="Number">Its number among the objects.</param>
/// <param name="Info">The field.</param>
/// <param name="Holder">Where runs find it: nothing is ever written there.</param>
/// <param name="Layout">Its words.</param>
/// <param name="Name">Such as <c>Cache.Value</c>.</param>
internal sealed record StaticField(long Number, FieldInfo Info, StaticHolder Holder, Layout Layout, string Name);
