using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Rewriting;

/// <summary>Lets a module use internal members of other assemblies, as the code did that was copied from
/// them.</summary>
internal static class FriendAccess
{
    private const string Namespace = "System.Runtime.CompilerServices";

    /// <summary>The runtime looks for an attribute of this name, which each assembly declares for itself.</summary>
    private const string Name = "IgnoresAccessChecksToAttribute";

    /// <summary>Allows access to some assemblies.</summary>
    public static void Allow(ModuleDefinition module, IEnumerable<string> assemblies)
    {
        MethodDefinition constructor = Declare(module);
        foreach (string assembly in assemblies)
        {
            CustomAttribute attribute = new(constructor);
            attribute.ConstructorArguments.Add(new CustomAttributeArgument(module.TypeSystem.String, assembly));
            module.Assembly.CustomAttributes.Add(attribute);
        }
    }

    private static MethodDefinition Declare(ModuleDefinition module)
    {
        TypeDefinition type = new(Namespace, Name, TypeAttributes.Class | TypeAttributes.NotPublic,
            module.ImportReference(typeof(Attribute)));
        MethodDefinition constructor = new(
            ".ctor", MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName
                | MethodAttributes.HideBySig,
            module.TypeSystem.Void);
        constructor.Parameters.Add(new ParameterDefinition(module.TypeSystem.String));
        ILProcessor il = constructor.Body.GetILProcessor();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, module.ImportReference(typeof(Attribute).GetConstructors(
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)[0]));
        il.Emit(OpCodes.Ret);
        type.Methods.Add(constructor);
        module.Types.Add(type);
        return constructor;
    }
}
