using System.Reflection;

namespace Weaving.Linearizability;

/// <summary>A call of an operation.</summary>
/// <param name="Operation">The method of the subject.</param>
/// <param name="Specification">The method of the specification.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record OperationCall(MethodInfo Operation, MethodInfo Specification, object?[] Arguments)
{
    private readonly Lazy<Func<object, object?>> _subject = new(() => OperationBody.Compile(Operation, Arguments));
    private readonly Lazy<Func<object, object?>> _specification =
        new(() => OperationBody.Compile(Specification, Arguments));

    /// <summary>Calls the subject.</summary>
    public Func<object, object?> OnSubject => _subject.Value;

    /// <summary>Calls the specification.</summary>
    public Func<object, object?> OnSpecification => _specification.Value;

    /// <summary>The numbers that the arguments are made of, if they were generated; else empty.</summary>
    public int[] Numbers { get; init; } = [];

    /// <summary>The call as in a program: <c>Enqueue 1</c>.</summary>
    public override string ToString() =>
        string.Join(' ', [Operation.Name, .. Arguments.Select(argument => $"{argument}")]);

    /// <summary>The call with its result: <c>Enqueue(1) = 0</c>.</summary>
    public string With(object? result) =>
        $"{Operation.Name}({string.Join(", ", Arguments)})"
        + (OperationBody.HasResult(Operation) ? $" = {result ?? "null"}" : "");
}
