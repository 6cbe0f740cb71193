using Mono.Cecil;
using Weaving.Runtime;

namespace Weaving.Rewriting;

/// <summary>The methods of <see cref="Heap"/> and <see cref="Arrays"/>, as a module refers to them.</summary>
internal sealed class HeapMethods(ModuleDefinition module)
{
    private readonly Dictionary<string, MethodReference> _methods = [];

    /// <summary>A method by name.</summary>
    public MethodReference this[string name] => Import(typeof(Heap), name);

    /// <summary>A generic method by name and type argument.</summary>
    public MethodReference Of(string name, TypeReference argument) => Close(this[name], argument);

    /// <summary>One of <see cref="Loops"/>.</summary>
    public MethodReference OfLoop(string name, TypeReference? argument = null) =>
        argument is null ? Import(typeof(Loops), name) : Close(Import(typeof(Loops), name), argument);

    /// <summary>A method that stands for one of <see cref="Array"/>.</summary>
    public MethodReference OfArray(string name, TypeReference? argument = null) =>
        argument is null ? Import(typeof(Arrays), name) : Close(Import(typeof(Arrays), name), argument);

    /// <summary>One of <see cref="Comparisons"/>.</summary>
    public MethodReference OfComparison(string name, TypeReference argument) =>
        Close(Import(typeof(Comparisons), name), argument);

    /// <summary>One of <see cref="Delegates"/>.</summary>
    public MethodReference OfDelegates(string name) => Import(typeof(Delegates), name);

    /// <summary>Another spelling of <see cref="Volatile"/>.</summary>
    public MethodReference OfVolatile(string name, TypeReference argument) => Close(
        module.ImportReference(typeof(Runtime.Volatile).GetMethods()
            .First(method => method.Name == name && method.IsGenericMethod)), argument);

    private static GenericInstanceMethod Close(MethodReference method, TypeReference argument)
    {
        GenericInstanceMethod closed = new(method);
        closed.GenericArguments.Add(argument);
        return closed;
    }

    private MethodReference Import(Type type, string name)
    {
        string key = $"{type.Name}.{name}";
        if (!_methods.TryGetValue(key, out MethodReference? method))
        {
            method = module.ImportReference(type.GetMethod(name) ?? throw new MissingMethodException(type.Name, name));
            _methods.Add(key, method);
        }

        return method;
    }
}
