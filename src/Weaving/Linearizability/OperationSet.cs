using System.Globalization;
using System.Reflection;

namespace Weaving.Linearizability;

/// <summary>The operations that a subject and its specification have in common.</summary>
internal sealed class OperationSet
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly object[] SmallNumbers = [1, 2];

    private readonly (MethodInfo Operation, MethodInfo Specification)[] _operations;

    /// <summary>Looks for them.</summary>
    /// <exception cref="ArgumentException">The specification lacks one.</exception>
    public OperationSet(Type subject, Type specification)
    {
        MethodInfo[] methods = [.. subject.GetMethods(Members).Where(method => !method.IsSpecialName)];
        MethodInfo[] marked = [.. methods.Where(method => method.IsDefined(typeof(OperationAttribute)))];
        _operations =
            [.. (marked.Length > 0 ? marked : methods).Select(method => (method, Find(method, specification)))];
    }

    /// <summary>Reads a program: actors with <c>|</c> between, calls with <c>;</c> between, arguments behind
    /// blanks.</summary>
    /// <exception cref="ArgumentException">It names an operation that there is not, or gives it other
    /// arguments.</exception>
    public OperationCall[][] Parse(string program) =>
        [.. program.Split('|').Select(
            actor => actor.Split(';', StringSplitOptions.TrimEntries).Select(ParseCall).ToArray())];

    /// <summary>Calls of every operation with small arguments.</summary>
    public IReadOnlyList<OperationCall> Small() =>
        [.. _operations.SelectMany(operation => Arguments(operation.Operation.GetParameters())
        .Select(arguments => new OperationCall(operation.Operation, operation.Specification, arguments)))];

    private static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters) => parameters.Aggregate(
        (IEnumerable<object?[]>)[[]],
        (lists, parameter) => lists.SelectMany(list => SmallNumbers.Select(number =>
            (object?[])[.. list, Convert.ChangeType(number, parameter.ParameterType, CultureInfo.InvariantCulture)])));

    private static MethodInfo Find(MethodInfo operation, Type specification) =>
        specification.GetMethod(operation.Name,
            [.. operation.GetParameters().Select(parameter => parameter.ParameterType)]) is MethodInfo found
        && found.ReturnType == operation.ReturnType
            ? found
            : throw new ArgumentException(
                $"{specification.Name} has no method {operation.Name} with the parameters and the result of "
                + $"{operation.DeclaringType?.Name}.{operation.Name}.");

    private OperationCall ParseCall(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach ((MethodInfo operation, MethodInfo specification) in _operations)
        {
            ParameterInfo[] parameters = operation.GetParameters();
            if (words.Length > 0 && operation.Name == words[0] && parameters.Length == words.Length - 1)
            {
                return new OperationCall(operation, specification, [.. parameters.Select((parameter, index) =>
                    Convert.ChangeType(words[index + 1], parameter.ParameterType, CultureInfo.InvariantCulture))]);
            }
        }

        IEnumerable<string> known =
            _operations.Select(each => $"{each.Operation.Name}/{each.Operation.GetParameters().Length}");
        throw new ArgumentException($"'{text}' is no call; the operations are {string.Join(", ", known)}.");
    }
}
