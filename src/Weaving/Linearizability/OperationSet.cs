using System.Globalization;
using System.Reflection;

namespace Weaving.Linearizability;

/// <summary>The operations that a subject and its specification have in common.</summary>
internal sealed class OperationSet
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly int[] SmallNumbers = [1, 2];

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

    /// <summary>How many operations there are.</summary>
    public int Count => _operations.Length;

    /// <summary>Calls of every operation with small arguments.</summary>
    public IReadOnlyList<OperationCall> Small() => [.. Enumerable.Range(0, Count).SelectMany(operation =>
        OperationBody.ArgumentsOf(_operations[operation].Operation)
            .Aggregate((IEnumerable<int[]>)[[]], (lists, _) => lists.SelectMany(
                list => SmallNumbers.Select(number => (int[])[.. list, number])))
            .Select(numbers => Make(operation, numbers)))];

    /// <summary>A call of an operation whose arguments are made of numbers.</summary>
    public OperationCall Make(int operation, Func<int> next) =>
        Make(operation, [.. OperationBody.ArgumentsOf(_operations[operation].Operation).Select(_ => next())]);

    /// <summary>The same call with one of its arguments less, the least first.</summary>
    public IEnumerable<OperationCall> Lesser(OperationCall call)
    {
        int operation = Array.FindIndex(_operations, each => each.Operation == call.Operation);
        for (int index = 0; index < call.Numbers.Length; index++)
        {
            for (int number = 1; number < call.Numbers[index]; number++)
            {
                yield return Make(operation, [.. call.Numbers[..index], number, .. call.Numbers[(index + 1)..]]);
            }
        }
    }

    private OperationCall Make(int operation, int[] numbers)
    {
        (MethodInfo subject, MethodInfo specification) = _operations[operation];
        return new OperationCall(subject, specification, [.. OperationBody.ArgumentsOf(subject)
            .Select((parameter, index) => Argument(numbers[index], parameter))])
        { Numbers = numbers };
    }

    private static object Argument(object given, ParameterInfo parameter)
    {
        try
        {
            return parameter.ParameterType.IsEnum
                ? Enum.Parse(parameter.ParameterType, $"{given}")
                : Convert.ChangeType(given, parameter.ParameterType, CultureInfo.InvariantCulture);
        }
        catch (Exception other) when (other is InvalidCastException or FormatException or OverflowException)
        {
            throw new ArgumentException(
                $"{parameter.Member.Name} takes '{parameter.Name}', a {parameter.ParameterType.Name}, and '{given}' is "
                + "none: "
                + "operations take numbers, texts, truth values and enums.");
        }
    }

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
            ParameterInfo[] parameters = OperationBody.ArgumentsOf(operation);
            if (words.Length > 0 && operation.Name == words[0] && parameters.Length == words.Length - 1)
            {
                return new OperationCall(operation, specification, [.. parameters.Select((parameter, index) =>
                    Argument(words[index + 1], parameter))]);
            }
        }

        IEnumerable<string> known =
            _operations.Select(each => $"{each.Operation.Name}/{OperationBody.ArgumentsOf(each.Operation).Length}");
        throw new ArgumentException($"'{text}' is no call; the operations are {string.Join(", ", known)}.");
    }
}
