using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Runtime;

namespace Weaving.Rewriting;

/// <summary>Rewrites one call of a method.</summary>
internal sealed class CallWeaver(MethodWeaver weaver)
{
    /// <summary>Rewrites a call, or the making of an object.</summary>
    /// <param name="call">The instruction.</param>
    /// <param name="callee">What it calls.</param>
    /// <param name="constraint">The type before a <c>constrained.</c> call; null without one.</param>
    public void Weave(Instruction call, MethodReference callee, TypeReference? constraint)
    {
        if (callee.DeclaringType is ArrayType)
        {
            WeaveElement(call, callee);
        }
        else if (weaver.IsWoven(callee.DeclaringType))
        {
            WeaveOwn(call, callee, constraint);
        }
        else if (TypeReplacement.IsReplacement(callee.DeclaringType))
        {
            WeaveReplacement(call, callee);
        }
        else if (TypeReplacement.Find(callee, weaver.Caller) is MethodReference replacement)
        {
            weaver.Replace(call, Site(), At(), weaver.IL.Create(OpCodes.Call, replacement));
        }
        else if (Elements(callee) is Instruction[] elements)
        {
            weaver.Replace(call, elements);
        }
        else if (OfDelegates(callee) is Instruction delegates)
        {
            weaver.Replace(call, callee.Name == nameof(Delegate.Remove) ? weaver.Holding(delegates) : [delegates]);
        }
        else if (Comparison(callee) is Instruction[] comparison)
        {
            weaver.Replace(call, comparison);
        }
        else if (callee.DeclaringType.FullName == "System.Object" && callee.Name is "ReferenceEquals")
        {
            weaver.Replace(call, weaver.IL.Create(OpCodes.Call, weaver.Methods[nameof(Heap.Same)]));
        }
        else if (CallRules.MakesDelegate(callee))
        {
            weaver.Replace(call, weaver.Holding(call));
        }
        else if (!CallRules.IsDelegateCall(callee))
        {
            WeaveOther(call, callee, constraint);
        }
    }

    private void WeaveOwn(Instruction call, MethodReference callee, TypeReference? constraint)
    {
        MethodDefinition? method = callee.Resolve();
        if (method?.IsPInvokeImpl == true)
        {
            weaver.Forbid(
                call, $"calls {Types.NameOf(callee)}, which is native code",
                "It is not modelled: pass its result in through the state, or move the call to the check.");
        }
        else if (constraint is not null)
        {
            Constrain(call, callee, constraint);
        }
        else if (method == weaver.Method)
        {
            // A retry may be a call as well as a jump back.
            weaver.Replace(call, weaver.IL.Create(OpCodes.Call, weaver.Methods.OfLoop(nameof(Loops.Again))),
                weaver.Copy(call));
        }
    }

    private void WeaveOther(Instruction call, MethodReference callee, TypeReference? constraint)
    {
        string? required = CallRules.IsOfValue(callee) ? nameof(Comparisons.Require)
            : CallRules.IsOfNumber(callee) && ArgumentRules.Touched(callee, weaver.Before) is null
                ? nameof(Comparisons.RequireNumber)
            : null;
        if (constraint is GenericParameter && required is not null)
        {
            Constrain(call, callee, constraint, Require(callee, constraint, required));
            return;
        }

        bool isOwn = constraint is not null && Types.Find(constraint) is TypeDefinition type
            && weaver.IsWoven(constraint)
            && type.Methods.Any(method =>
                method.Name == callee.Name && method.Parameters.Count == callee.Parameters.Count);
        bool isPrimitive = constraint is not null && Types.Plain(constraint).IsPrimitive
            && callee.Name is not "GetHashCode";
        if (constraint is null && call.OpCode == OpCodes.Callvirt
            && Types.Find(callee.DeclaringType) is { IsInterface: true })
        {
            RequireWoven(call, callee);
            return;
        }

        if (!CallRules.IsPure(callee) && !isOwn && !isPrimitive
            && constraint?.FullName != "System.Threading.CancellationTokenRegistration")
        {
            (string reason, string remedy) = CallRules.Explain("calls", callee);
            weaver.Forbid(call, reason, remedy);
            return;
        }

        if (!isOwn && ArgumentRules.Touched(callee, weaver.Before) is string touched)
        {
            weaver.Forbid(
                call, $"hands {touched} to {Types.NameOf(callee.DeclaringType)}.{callee.Name}, which is not rewritten",
                "Hand it local variables and values.");
            return;
        }

        if (call.OpCode == OpCodes.Newobj)
        {
            if (!Types.IsValue(callee.DeclaringType))
            {
                weaver.Replace(call, Making(call));
            }

            return;
        }

        if (constraint is not null)
        {
            Constrain(call, callee, constraint);
        }
        else if (callee.DeclaringType.FullName == "System.Exception")
        {
            AsideOf(
                call, callee, nameof(Heap.RequireWhole),
                $"calls System.Exception.{callee.Name} of an exception that it found in shared memory",
                "What the framework keeps in an object is not modelled: keep it in a field of your own.");
        }
        else if (callee.HasThis && Types.IsValue(callee.DeclaringType) && callee.Name != ".ctor"
            && !Types.IsByRefLike(callee.DeclaringType)
            && weaver.Before[^(callee.Parameters.Count + 1)].Kind == SlotKind.Heap)
        {
            CallOnCopy(call, callee);
        }
    }

    /// <summary>An interface of the framework is right if code under test implements it, which is known when the call
    /// is made.</summary>
    private void RequireWoven(Instruction call, MethodReference callee)
    {
        (string reason, string remedy) = CallRules.Explain("calls", callee);
        AsideOf(call, callee, nameof(Heap.RequireWoven), reason, remedy);
    }

    /// <summary>Looks at what a call is made on.</summary>
    private void AsideOf(Instruction call, MethodReference callee, string look, string reason, string remedy) =>
        Aside(call, callee, null,
    [
        weaver.IL.Create(OpCodes.Dup), weaver.IL.Create(OpCodes.Ldc_I4, weaver.AddRefusal(reason, remedy)),
        weaver.IL.Create(OpCodes.Call, weaver.Methods[look]),
    ]);

    /// <summary>An element of an array of several dimensions: its runtime has a method that says where it is.</summary>
    private void WeaveElement(Instruction call, MethodReference callee)
    {
        TypeReference element = ((ArrayType)callee.DeclaringType).ElementType;
        MethodReference address = new("Address", new ByReferenceType(element), callee.DeclaringType) { HasThis = true };
        foreach (ParameterDefinition parameter in callee.Parameters.SkipLast(callee.Name == "Set" ? 1 : 0))
        {
            address.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        }

        Instruction[] find = [weaver.IL.Create(OpCodes.Readonly), weaver.IL.Create(OpCodes.Call, address)];
        switch (callee.Name)
        {
            case "Get":
                weaver.Replace(call, [.. find, .. weaver.Read(element)]);
                break;
            case "Set":
                VariableDefinition value = weaver.Temporary(element);
                weaver.Replace(call, [weaver.IL.Create(OpCodes.Stloc, value), .. find,
                    weaver.IL.Create(OpCodes.Ldloc, value), .. weaver.Write(element)]);
                break;
            case ".ctor":
                weaver.Replace(call, Making(call));
                break;
            case "Address":
                break;
            default:
                throw new NotSupportedException($"An array has no method {callee.Name}.");
        }
    }

    /// <summary>What looks at the targets of delegates, which may be objects that stand for one.</summary>
    private Instruction? OfDelegates(MethodReference callee)
    {
        string? target = (callee.DeclaringType.FullName, callee.Name) switch
        {
            ("System.Delegate", nameof(Delegate.Remove)) => nameof(Delegates.Remove),
            ("System.Delegate" or "System.MulticastDelegate", "op_Equality") => nameof(Delegates.AreEqual),
            ("System.Delegate" or "System.MulticastDelegate", "op_Inequality") => nameof(Delegates.Differ),
            _ => null,
        };
        return target is null ? null : weaver.IL.Create(OpCodes.Call, weaver.Methods.OfDelegates(target));
    }

    /// <summary>A comparison by the framework's comparer, which does not see that two objects stand for one.</summary>
    private Instruction[]? Comparison(MethodReference callee)
    {
        if (callee.DeclaringType is not GenericInstanceType { GenericArguments: [TypeReference compared] } comparer)
        {
            return null;
        }

        string? target = (comparer.ElementType.FullName, callee.Name, callee.Parameters.Count) switch
        {
            ("System.Collections.Generic.EqualityComparer`1", "Equals", 2) => nameof(Comparisons.AreEqual),
            ("System.Collections.Generic.EqualityComparer`1", "GetHashCode", 1) => nameof(Comparisons.HashOf),
            ("System.Collections.Generic.Comparer`1", "Compare", 2) => nameof(Comparisons.Compare),
            ("System.Collections.Generic.IEqualityComparer`1", "Equals", 2) => nameof(Comparisons.AreEqualBy),
            ("System.Collections.Generic.IEqualityComparer`1", "GetHashCode", 1) => nameof(Comparisons.HashBy),
            ("System.Collections.Generic.IComparer`1", "Compare", 2) => nameof(Comparisons.CompareBy),
            _ => null,
        };
        return target is null ? null
            : [Refused(callee),
                weaver.IL.Create(OpCodes.Call, weaver.Methods.OfComparison(target, compared))];
    }

    private Instruction[] Require(MethodReference callee, TypeReference constraint, string what) =>
        [Refused(callee), weaver.IL.Create(OpCodes.Call, weaver.Methods.OfComparison(what, constraint))];

    private Instruction Refused(MethodReference callee)
    {
        (string reason, string remedy) = CallRules.Explain("calls", callee);
        return weaver.IL.Create(OpCodes.Ldc_I4, weaver.AddRefusal(reason, remedy));
    }

    private void WeaveReplacement(Instruction call, MethodReference callee)
    {
        if (!TypeReplacement.Has(callee))
        {
            (string reason, string remedy) = CallRules.Explain("calls", callee);
            int refusal = weaver.AddRefusal(
                reason.Replace("Weaving.Runtime.", "System.Threading.", StringComparison.Ordinal), remedy);
            weaver.Replace(
                call, weaver.IL.Create(OpCodes.Ldc_I4, refusal),
                weaver.IL.Create(OpCodes.Call, weaver.Methods[nameof(Heap.Missing)]),
                weaver.IL.Create(OpCodes.Throw));
        }
        else if (call.OpCode == OpCodes.Newobj)
        {
            if (!Types.IsValue(callee.DeclaringType))
            {
                weaver.Replace(call, Making(call));
            }
        }
        else
        {
            weaver.Replace(call, Site(), At(), weaver.Copy(call));
        }
    }

    /// <summary>What copies, clears, resizes or fills an array, or copies a span; null for other methods.</summary>
    private Instruction[]? Elements(MethodReference callee)
    {
        bool isInt = callee.Parameters.All(parameter => parameter.ParameterType.MetadataType != MetadataType.Int64);
        TypeReference? element =
            (callee as IGenericInstance ?? callee.DeclaringType as IGenericInstance)?.GenericArguments[0];
        MethodReference? target =
            (callee.DeclaringType.GetElementType().FullName, callee.Name, callee.Parameters.Count) switch
            {
                ("System.Array", "Copy", 3) when isInt => weaver.Methods.OfArray(nameof(Arrays.CopyFirst)),
                ("System.Array", "Copy", 5) when isInt => weaver.Methods.OfArray(nameof(Arrays.Copy)),
                ("System.Array", "Clear", 1) => weaver.Methods.OfArray(nameof(Arrays.ClearAll)),
                ("System.Array", "Clear", 3) => weaver.Methods.OfArray(nameof(Arrays.ClearAny)),
                ("System.Array", "Resize", 2) => weaver.Methods.OfArray(nameof(Arrays.Resize), element),
                ("System.Runtime.CompilerServices.RuntimeHelpers", "InitializeArray", 2) =>
                    weaver.Methods.OfArray(nameof(Arrays.Fill)),
                ("System.ReadOnlySpan`1", "CopyTo", 1) =>
                    weaver.Methods.OfArray(nameof(Arrays.CopyReadOnlySpan), element),
                ("System.Array", "Clone", 0) => weaver.Methods.OfArray(nameof(Arrays.Clone)),
                ("System.Runtime.CompilerServices.RuntimeHelpers", "GetSubArray", 2) =>
                    weaver.Methods.OfArray(nameof(Arrays.Part), element),
                ("System.Array", "Fill", 2) => weaver.Methods.OfArray(nameof(Arrays.FillAll), element),
                ("System.Span`1", "Clear", 0) => weaver.Methods.OfArray(nameof(Arrays.ClearSpan), element),
                ("System.Span`1", "Fill", 1) => weaver.Methods.OfArray(nameof(Arrays.FillSpan), element),
                ("System.Span`1", "CopyTo", 1) => weaver.Methods.OfArray(nameof(Arrays.CopySpan), element),
                _ => null,
            };
        return target is null ? null : [Site(), weaver.IL.Create(OpCodes.Call, target)];
    }

    /// <summary>A call on a value that may be a reference in an object: the framework would read it there by
    /// itself.</summary>
    private void Constrain(Instruction call, MethodReference callee, TypeReference constraint,
        params Instruction[] before)
    {
        if (before.Length > 0)
        {
            weaver.Replace(call.Previous, [.. before, weaver.Copy(call.Previous)]);
        }

        if (callee.HasThis && weaver.Before[^(callee.Parameters.Count + 1)].Kind == SlotKind.Heap)
        {
            Aside(call, callee, constraint,
            [
                weaver.IL.Create(OpCodes.Ldloca, weaver.Temporary(constraint, "copy")), Site(),
                weaver.IL.Create(OpCodes.Call, weaver.Methods.Of(nameof(Heap.Constrain), constraint)),
            ]);
        }
    }

    /// <summary>A method of a framework's struct reads the struct by itself: it gets a copy.</summary>
    private void CallOnCopy(Instruction call, MethodReference callee)
    {
        VariableDefinition copy = weaver.Temporary(callee.DeclaringType, "copy");
        Aside(call, callee, null,
        [
            .. weaver.Read(callee.DeclaringType), weaver.IL.Create(OpCodes.Stloc, copy),
            weaver.IL.Create(OpCodes.Ldloca, copy),
        ]);
    }

    /// <summary>Does something to what a call is made on, with the arguments put aside.</summary>
    private void Aside(Instruction call, MethodReference callee, TypeReference? constraint, Instruction[] change)
    {
        VariableDefinition[] arguments = [.. callee.Parameters.Select((parameter, index) =>
            weaver.Temporary(Types.Close(parameter.ParameterType, callee), $"argument {index}"))];
        Instruction first = constraint is null ? call : call.Previous;
        List<Instruction> sequence =
            [.. arguments.Reverse().Select(argument => weaver.IL.Create(OpCodes.Stloc, argument)), .. change];
        sequence.AddRange(arguments.Select(argument => weaver.IL.Create(OpCodes.Ldloc, argument)));
        sequence.Add(weaver.Copy(first));
        weaver.Replace(first, [.. sequence]);
    }

    private Instruction[] Making(Instruction call) =>
        [weaver.Copy(call), weaver.IL.Create(OpCodes.Dup),
            weaver.IL.Create(OpCodes.Call, weaver.Methods[nameof(Heap.Made)])];

    private Instruction Site() => weaver.Site();

    private Instruction At() => weaver.IL.Create(OpCodes.Call, weaver.Methods[nameof(Heap.At)]);
}
