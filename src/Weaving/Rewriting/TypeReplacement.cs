using System.Reflection;
using Mono.Cecil;
using Weaving.Runtime;

namespace Weaving.Rewriting;

/// <summary>Points a module's references at the types that stand for the framework's primitives of
/// synchronization.</summary>
internal static class TypeReplacement
{
    private static readonly Dictionary<string, Type> Replacements = new()
    {
        ["System.Threading.Interlocked"] = typeof(Runtime.Interlocked),
        ["System.Threading.Volatile"] = typeof(Runtime.Volatile),
        ["System.Threading.Monitor"] = typeof(Runtime.Monitor),
        ["System.Threading.Lock"] = typeof(Runtime.Lock),
        ["System.Threading.Lock/Scope"] = typeof(LockScope),
        ["System.Threading.SpinWait"] = typeof(Runtime.SpinWait),
    };

    /// <summary>Members by full name, and the method that stands for each; what they are called on comes
    /// first.</summary>
    private static readonly Dictionary<string, string> Members = new()
    {
        ["System.Threading.Thread::MemoryBarrier"] = nameof(Threads.MemoryBarrier),
        ["System.Threading.Thread::Yield"] = nameof(Threads.Yield),
        ["System.Threading.Thread::SpinWait"] = nameof(Threads.SpinWait),
        ["System.Threading.Thread::Sleep"] = nameof(Threads.Sleep),
        ["System.Environment::get_ProcessorCount"] = "get_ProcessorCount",
        ["System.Environment::get_CurrentManagedThreadId"] = "get_CurrentManagedThreadId",
    };

    /// <summary>The same for members that only code of the framework may use.</summary>
    private static readonly Dictionary<string, string> FrameworkMembers = new()
    {
        ["System.Diagnostics.Tracing.EventSource::IsEnabled/1"] = nameof(Framework.IsEnabled),
        ["System.Diagnostics.Tracing.EventSource::IsEnabled/3"] = nameof(Framework.IsEnabledFor),
        ["System.Runtime.Intrinsics.Vector128::get_IsHardwareAccelerated/0"] = nameof(Framework.HasVectors),
        ["System.Runtime.Intrinsics.Vector256::get_IsHardwareAccelerated/0"] = nameof(Framework.HasVectors),
        ["System.Runtime.Intrinsics.Vector512::get_IsHardwareAccelerated/0"] = nameof(Framework.HasVectors),
        ["System.Numerics.Vector::get_IsHardwareAccelerated/0"] = nameof(Framework.HasVectors),
        ["System.Random::get_Shared/0"] = nameof(Framework.NoRandom),
        ["System.Random::Next/3"] = nameof(Framework.Least),
        ["System.Threading.CancellationToken::get_None/0"] = nameof(Framework.NoToken),
        ["System.Threading.CancellationToken::ThrowIfCancellationRequested/1"] =
            nameof(Framework.ThrowIfCancellationRequested),
        ["System.Threading.CancellationToken::get_CanBeCanceled/1"] = nameof(Framework.CanBeCanceled),
        ["System.Threading.CancellationToken::get_IsCancellationRequested/1"] = nameof(Framework.CanBeCanceled),
        ["System.Threading.CancellationToken::UnsafeRegister/3"] = nameof(Framework.Register),
        ["System.Threading.CancellationToken::Register/3"] = nameof(Framework.Register),
        ["System.Threading.CancellationTokenRegistration::Dispose/1"] = nameof(Framework.Unregister),
    };

    /// <summary>Replaces type references.</summary>
    public static void Apply(ModuleDefinition module)
    {
        AssemblyNameReference weaving = module.ImportReference(typeof(Heap)).Scope as AssemblyNameReference
            ?? throw new InvalidOperationException("The assembly of the heap is not known by name.");
        foreach ((TypeReference reference, string name) in module.GetTypeReferences()
            .Select(type => (type, type.FullName)).ToArray())
        {
            if (Replacements.TryGetValue(name, out Type? replacement))
            {
                reference.DeclaringType = null;
                reference.Namespace = replacement.Namespace;
                reference.Name = replacement.Name;
                reference.Scope = weaving;
                reference.IsValueType = replacement.IsValueType;
            }
        }
    }

    /// <summary>The type that stands for another, by its full name; null if there is none.</summary>
    public static Type? Find(string fullName) => Replacements.GetValueOrDefault(fullName);

    /// <summary>Whether a type stands for one of the framework's.</summary>
    public static bool IsReplacement(TypeReference type) => type.Namespace == typeof(Heap).Namespace;

    /// <summary>Whether the type that stands for another has a method.</summary>
    public static bool Has(MethodReference method) => typeof(Heap).Assembly.GetType(method.DeclaringType.FullName)?
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        .OfType<MethodBase>()
        .Any(found => found.Name == method.Name && found.GetParameters().Length == method.Parameters.Count
            && found.GetParameters().Zip(method.Parameters)
                .All(pair => IsSame(pair.First.ParameterType, pair.Second.ParameterType))) == true
        || (method.Name == ".ctor" && method.Parameters.Count == 0);

    /// <summary>The method that stands for another; null if there is none.</summary>
    /// <param name="method">The other.</param>
    /// <param name="caller">Who calls it: code of the framework is let off more.</param>
    public static MethodReference? Find(MethodReference method, TypeReference caller)
    {
        string member =
            $"{method.DeclaringType.FullName}::{method.Name}/{method.Parameters.Count + (method.HasThis ? 1 : 0)}";
        if (IsOfFramework(caller) && FrameworkMembers.TryGetValue(member, out string? cut))
        {
            return method.Module.ImportReference(typeof(Framework).GetMethod(cut));
        }

        if (method.DeclaringType.FullName == "System.Threading.Thread"
            && method.Name is "VolatileRead" or "VolatileWrite")
        {
            TypeReference word = ((ByReferenceType)Types.Plain(method.Parameters[0].ParameterType)).ElementType;
            return new HeapMethods(method.Module).OfVolatile(method.Name == "VolatileRead" ? "Read" : "Write", word);
        }

        if (method.DeclaringType.FullName is "System.Diagnostics.Debug" or "System.Diagnostics.Trace"
            && method.Name is "Assert" or "Fail")
        {
            return Overload(typeof(Assertions), method.Name, method);
        }

        if (!Members.TryGetValue($"{method.DeclaringType.FullName}::{method.Name}", out string? name))
        {
            return null;
        }

        return Overload(typeof(Threads), name, method);
    }

    private static MethodReference? Overload(Type type, string name, MethodReference method)
    {
        MethodInfo? fits = type.GetMethods()
            .FirstOrDefault(found => found.Name == name && found.GetParameters().Length == method.Parameters.Count
            && found.GetParameters().Zip(method.Parameters)
                .All(pair => IsSame(pair.First.ParameterType, pair.Second.ParameterType)));
        return fits is null ? null : method.Module.ImportReference(fits);
    }

    private static bool IsOfFramework(TypeReference type) => type.DeclaringType is TypeReference outer
        ? IsOfFramework(outer)
        : type.Namespace == "System" || type.Namespace.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsSame(Type left, TypeReference right) => Types.Plain(right) switch
    {
        ByReferenceType reference => left.IsByRef && IsSame(left.GetElementType()!, reference.ElementType),
        GenericParameter => left.IsGenericParameter,
        TypeReference type => !left.IsByRef && left.Name == type.Name,
    };
}
