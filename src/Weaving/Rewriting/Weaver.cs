using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Refusals;
using Weaving.Runtime;

namespace Weaving.Rewriting;

/// <summary>Rewrites the code of a module.</summary>
internal sealed class Weaver
{
    private readonly ModuleDefinition _module;
    private readonly HeapMethods _heap;
    private readonly Func<TypeReference, bool> _isWoven;

    private Weaver(ModuleDefinition module, Func<TypeReference, bool> isWoven)
    {
        _module = module;
        _isWoven = isWoven;
        _heap = new HeapMethods(module);
    }

    /// <summary>Rewrites every method.</summary>
    /// <param name="module">The module.</param>
    /// <param name="isWoven">Whether a type is rewritten, here or elsewhere.</param>
    /// <returns>What is worth a warning, by type.</returns>
    public static ILookup<TypeDefinition, string> Weave(ModuleDefinition module, Func<TypeReference, bool> isWoven)
    {
        TypeReplacement.Apply(module);
        Weaver weaver = new(module, isWoven);
        MethodDefinition[] methods =
            [.. module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)];
        ILookup<TypeDefinition, string> warnings = methods
            .SelectMany(method => PlainWaits.In(method).Select(warning => (method.DeclaringType, warning)))
            .ToLookup(each => each.DeclaringType, each => each.warning);
        Array.ForEach(methods, weaver.Weave);
        return warnings;
    }

    private void Weave(MethodDefinition method)
    {
        try
        {
            MethodWeaver.Weave(method, _heap, _isWoven);
        }
        catch (Exception unknown) when (unknown is not OutOfMemoryException)
        {
            // One method that is not understood must not keep the others of the assembly from being checked.
            method.Body.Instructions.Clear();
            method.Body.ExceptionHandlers.Clear();
            ILProcessor il = method.Body.GetILProcessor();
            il.Emit(OpCodes.Ldnull);
            il.Emit(OpCodes.Throw);
            Forbid(method, $"cannot be rewritten: {unknown.Message}", "This is a defect of the checker: report it.");
        }

        if (method.IsSynchronized)
        {
            method.IsSynchronized = false;
            Forbid(method, "is synchronized: the runtime locks its object by itself", "Use lock in its body.");
        }

        if (method is { IsConstructor: true, IsStatic: false }
            && method.DeclaringType.Methods.Any(other => other is { Name: "Finalize", IsVirtual: true }))
        {
            Forbid(method, "makes an object with a finalizer", "Garbage collection is not modelled.");
        }
    }

    private void Forbid(MethodDefinition method, string reason, string remedy)
    {
        ILProcessor il = method.Body.GetILProcessor();
        Instruction first = method.Body.Instructions[0];
        il.InsertBefore(first, il.Create(OpCodes.Ldc_I4,
            CodeSites.Add(new Refusal(Types.NameOf(method), "", reason, remedy))));
        il.InsertBefore(first, il.Create(OpCodes.Call, _heap[nameof(Heap.Forbid)]));
    }
}
