using Mono.Cecil;

namespace Weaving.Rewriting;

/// <summary>
/// Which calls out of rewritten code mean nothing to the memory model: an allow-list. Everything else is refused by
/// name.
/// </summary>
internal static class CallRules
{
    /// <summary>Types all of whose members only look at their arguments, which are values.</summary>
    private static readonly HashSet<string> PureTypes =
    [
        "System.Math", "System.MathF", "System.BitConverter", "System.Numerics.BitOperations",
        "System.Boolean", "System.Char", "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32",
        "System.UInt32",
        "System.Int64", "System.UInt64", "System.IntPtr", "System.UIntPtr", "System.Single", "System.Double",
        "System.Decimal", "System.Half",
        "System.Int128", "System.UInt128", "System.Index", "System.Range", "System.TimeSpan",
        "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.Guid",
        "System.Diagnostics.Debug", "System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute",
    ];

    /// <summary>
    /// Members of these types that look at something else: a clock, chance, the settings of the machine.
    /// </summary>
    private static readonly HashSet<string> ImpureMembers =
    [
        "get_Now", "get_UtcNow", "get_Today", "NewGuid", "CreateVersion7", "ToLocalTime", "ToUniversalTime",
        "get_LocalDateTime", "GetHashCode", "ToString", "TryFormat",
    ];

    /// <summary>Members that only look at their arguments, or at what never changes of an object.</summary>
    private static readonly HashSet<string> PureMembers =
    [
        "System.Object::.ctor", "System.Object::GetType", "System.Type::GetTypeFromHandle", "System.Type::op_Equality",
        "System.Type::op_Inequality",
        "System.Type::get_IsValueType",
        "System.String::get_Length", "System.String::get_Chars", "System.String::op_Equality",
        "System.String::op_Inequality",
        "System.String::Equals", "System.String::GetNonRandomizedHashCode",
        "System.String::IsNullOrEmpty", "System.String::IsNullOrWhiteSpace", "System.String::Substring",
        "System.String::IndexOf",
        "System.String::StartsWith", "System.String::EndsWith", "System.String::Contains", "System.String::Trim",
        "System.String::Compare",
        "System.String::CompareOrdinal", "System.String::ToString",
        "System.Collections.HashHelpers::GetPrime", "System.Collections.HashHelpers::ExpandPrime",
        "System.Collections.HashHelpers::IsPrime", "System.Collections.HashHelpers::FastMod",
        "System.Collections.HashHelpers::GetFastModMultiplier",
        "System.Array::get_Length", "System.Array::get_LongLength", "System.Array::get_Rank", "System.Array::GetLength",
        "System.Array::Empty",
        "System.Array::get_MaxLength", "System.Array::GetUpperBound", "System.Array::GetLowerBound",
        "System.Runtime.CompilerServices.Unsafe::Add", "System.Runtime.CompilerServices.Unsafe::AddByteOffset",
        "System.Runtime.CompilerServices.Unsafe::AreSame", "System.Runtime.CompilerServices.Unsafe::As",
        "System.Runtime.CompilerServices.Unsafe::AsRef", "System.Runtime.CompilerServices.Unsafe::BitCast",
        "System.Runtime.CompilerServices.Unsafe::ByteOffset", "System.Runtime.CompilerServices.Unsafe::IsNullRef",
        "System.Runtime.CompilerServices.Unsafe::NullRef", "System.Runtime.CompilerServices.Unsafe::SizeOf",
        "System.Runtime.CompilerServices.Unsafe::SkipInit", "System.Runtime.CompilerServices.Unsafe::Subtract",
        "System.Runtime.CompilerServices.Unsafe::SubtractByteOffset",
        "System.Runtime.CompilerServices.RuntimeHelpers::IsReferenceOrContainsReferences",
        "System.Runtime.CompilerServices.RuntimeHelpers::EnsureSufficientExecutionStack",
        "System.Runtime.CompilerServices.RuntimeHelpers::CreateSpan",
        "System.Activator::CreateInstance`1", "System.GC::KeepAlive",
        "System.GC::SuppressFinalize", "System.Enum::HasFlag",
        "System.Delegate::Combine",
        "System.ArgumentNullException::ThrowIfNull", "System.ObjectDisposedException::ThrowIf",
        "System.Runtime.InteropServices.MemoryMarshal::GetArrayDataReference",
        "System.Runtime.InteropServices.MemoryMarshal::GetReference",
        "System.Runtime.InteropServices.MemoryMarshal::CreateSpan",
        "System.Runtime.InteropServices.MemoryMarshal::CreateReadOnlySpan",
        "System.Collections.Generic.EqualityComparer`1::get_Default",
        "System.Collections.Generic.Comparer`1::get_Default",
        "System.Span`1::.ctor", "System.Span`1::get_Item", "System.Span`1::get_Length", "System.Span`1::Slice",
        "System.Span`1::op_Implicit",
        "System.Span`1::get_IsEmpty", "System.ReadOnlySpan`1::.ctor", "System.ReadOnlySpan`1::get_Item",
        "System.ReadOnlySpan`1::get_Length",
        "System.ReadOnlySpan`1::Slice", "System.ReadOnlySpan`1::op_Implicit", "System.ReadOnlySpan`1::get_IsEmpty",
        "System.MemoryExtensions::AsSpan",
        "System.Exception::get_Message", "System.Exception::get_InnerException",
    ];

    /// <summary>Structs whose constructors and accessors touch only themselves.</summary>
    private static readonly HashSet<string> PureStructs =
    [
        "System.Nullable`1", "System.ValueTuple", "System.ValueTuple`1", "System.ValueTuple`2", "System.ValueTuple`3",
        "System.ValueTuple`4",
        "System.ValueTuple`5", "System.ValueTuple`6", "System.ValueTuple`7",
        "System.Collections.Generic.KeyValuePair`2",
    ];

    private static readonly (string Prefix, string Reason, string Remedy)[] Reasons =
    [
        ("System.Environment", "whose result differs from run to run", "Pass the value in through the state."),
        ("System.DateTime", "which looks at the clock or at the machine's settings",
            "Pass the value in through the state."),
        ("System.Diagnostics.Stopwatch", "whose result differs from run to run",
            "Pass the value in through the state."),
        ("System.Random", "whose result differs from run to run", "Pass the value in through the state."),
        ("System.Guid::NewGuid", "whose result differs from run to run", "Pass the value in through the state."),
        ("System.Guid::CreateVersion7", "whose result differs from run to run",
            "Pass the value in through the state."),
        ("System.HashCode", "whose result differs from process to process", "Compute a hash of your own."),
        ("System.Object::GetHashCode", "whose result differs from run to run", "Give the object a number of its own."),
        ("System.Runtime.CompilerServices.RuntimeHelpers::GetHashCode", "whose result differs from run to run",
            "Give the object a number of its own."),
        ("System.Threading.Tasks", "", "Tasks are not modelled: make each task an actor."),
        ("System.Threading.Channels", "", "Tasks are not modelled, and channels are made of them."),
        ("System.Runtime.CompilerServices.AsyncTaskMethodBuilder", "",
            "Tasks are not modelled: make each task an actor."),
        ("System.Runtime.CompilerServices.AsyncVoidMethodBuilder", "",
            "Tasks are not modelled: make each task an actor."),
        ("System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder", "",
            "Tasks are not modelled: make each task an actor."),
        ("System.Runtime.CompilerServices.AsyncIteratorMethodBuilder", "",
            "Tasks are not modelled: make each task an actor."),
        ("System.Runtime.CompilerServices.TaskAwaiter", "", "Tasks are not modelled: make each task an actor."),
        ("System.Runtime.CompilerServices.YieldAwaitable", "", "Tasks are not modelled: make each task an actor."),
        ("System.Threading.ThreadPool", "", "Threads are actors here: make the work an actor."),
        ("System.Threading.Timer", "", "Time is not modelled: make what the timer does an actor."),
        ("System.Timers", "", "Time is not modelled: make what the timer does an actor."),
        ("System.Threading.ThreadLocal", "", "Thread-local state is not modelled: use a local variable of the actor."),
        ("System.Threading.AsyncLocal", "", "Thread-local state is not modelled: use a local variable of the actor."),
        ("System.Threading.Thread::get_CurrentThread", "", "Environment.CurrentManagedThreadId is the actor's number."),
        ("System.Threading.Thread", "", "Threads are actors here: make the thread's work an actor."),
        ("System.Threading.Interlocked::MemoryBarrierProcessWide", "",
            "Barriers of other threads are not modelled: use Interlocked.MemoryBarrier on both sides."),
        ("Weaving.Runtime.Interlocked::MemoryBarrierProcessWide", "",
            "Barriers of other threads are not modelled: use Interlocked.MemoryBarrier on both sides."),
        ("System.Threading", "", "It is not modelled: use lock, Monitor, Interlocked or Volatile."),
        ("System.GC", "", "Garbage collection is not modelled."),
        ("System.WeakReference", "", "Garbage collection is not modelled."),
        ("System.Runtime.InteropServices.GCHandle", "", "Garbage collection is not modelled."),
        ("System.Runtime.CompilerServices.ConditionalWeakTable", "", "Garbage collection is not modelled."),
        ("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "", "Make texts in the check."),
        ("System.String::Format", "", "Make texts in the check."),
        ("System.Console", "", "Input and output are not modelled: report from the check."),
        ("System.IO", "", "Input and output are not modelled: report from the check."),
        ("System.Net", "", "Input and output are not modelled."),
        ("System.Runtime.CompilerServices.Unsafe", "which touches memory by itself",
            "Access each field as what it is declared as."),
        ("System.Array::", "which touches an array by itself", "Go through the array in a loop of your own."),
        ("System.Reflection", "", "Reflection is not modelled."),
        ("System.Type", "", "Reflection is not modelled."),
    ];

    /// <summary>Whether a call needs no attention.</summary>
    public static bool IsPure(MethodReference method)
    {
        string type = TypeOf(method);
        string member = $"{type}::{method.Name}";
        return (PureTypes.Contains(type) && !ImpureMembers.Contains(method.Name))
            || PureMembers.Contains(member)
            || (method is GenericInstanceMethod generic
                && PureMembers.Contains($"{member}`{generic.GenericArguments.Count}"))
            || (PureStructs.Contains(type)
                && method.Name is not ("Equals" or "GetHashCode" or "CompareTo" or "ToString"))
            || method.DeclaringType.Name is "ThrowHelper" or "SR"
            || (method.Name is ".ctor" && Derives(method.DeclaringType, "System.Exception"))
            || (type.StartsWith("System.Argument", StringComparison.Ordinal)
                && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal))
            || (IsTexts(method) && type == "System.String" && method.Name == "Concat");
    }

    /// <summary>Whether a method is one that a value of any type may have, and that looks at it alone.</summary>
    public static bool IsOfValue(MethodReference method) => (TypeOf(method), method.Name) is
        ("System.Object", "Equals" or "GetHashCode") or ("System.IEquatable`1", "Equals")
        or ("System.IComparable" or "System.IComparable`1", "CompareTo");

    /// <summary>Whether a method is one of numbers of any type (generic math), which looks at its arguments
    /// alone.</summary>
    public static bool IsOfNumber(MethodReference method) =>
        method.DeclaringType.Namespace == "System.Numerics" && !ImpureMembers.Contains(method.Name)
            && Types.Find(method.DeclaringType) is { IsInterface: true };

    /// <summary>Whether a call makes a delegate, or one of several.</summary>
    public static bool MakesDelegate(MethodReference method) =>
        (method.Name == ".ctor" && IsDelegateCall(method))
            || (TypeOf(method), method.Name) is ("System.Delegate", "Combine");

    /// <summary>Whether a method is one of those that every delegate has.</summary>
    public static bool IsDelegateCall(MethodReference method) =>
        method.Name is ".ctor" or "Invoke" && Derives(method.DeclaringType, "System.MulticastDelegate");

    /// <summary>Why a member is not modelled, and what to do.</summary>
    public static (string Reason, string Remedy) Explain(string verb, MemberReference member)
    {
        string type = TypeOf(member);
        string name = $"{type}.{member.Name}";
        foreach ((string prefix, string reason, string remedy) in Reasons)
        {
            if (type.StartsWith(prefix, StringComparison.Ordinal)
                || $"{type}::{member.Name}".StartsWith(prefix, StringComparison.Ordinal))
            {
                return ($"{verb} {Plain(name)}{(reason.Length == 0 ? "" : $", {reason}")}", remedy);
            }
        }

        string space = OuterOf(member.DeclaringType).Namespace;
        return ($"{verb} {Plain(name)}, which is not rewritten",
            $"Add --include {space}, or move the call to the check.");
    }

    /// <summary>The type without type arguments, as <c>Namespace.Name</c>.</summary>
    private static string TypeOf(MemberReference member) => member.DeclaringType.GetElementType().FullName;

    private static string Plain(string name) =>
        name.Replace('/', '.').Replace("`1", "", StringComparison.Ordinal).Replace("`2", "", StringComparison.Ordinal)
        .Replace("..ctor", "..ctor", StringComparison.Ordinal);

    private static TypeReference OuterOf(TypeReference type) =>
        type.DeclaringType is TypeReference outer ? OuterOf(outer) : type;

    private static bool IsTexts(MethodReference method) =>
        method.Parameters.All(parameter => parameter.ParameterType.FullName == "System.String");

    private static bool Derives(TypeReference type, string from)
    {
        for (TypeDefinition? at = Types.Find(type); at is not null;
            at = at.BaseType is null ? null : Types.Find(at.BaseType))
        {
            if (at.FullName == from)
            {
                return true;
            }
        }

        return false;
    }
}
