using System.Linq.Expressions;
using System.Reflection;

namespace Weaving.Linearizability;

/// <summary>
/// A call as a delegate. What a method returns and what it leaves in its out parameters is one result.
/// </summary>
internal static class OperationBody
{
    /// <summary>Whether a parameter is a result.</summary>
    public static bool IsResult(ParameterInfo parameter) => parameter is { IsOut: true, ParameterType.IsByRef: true };

    /// <summary>The parameters of a method that are arguments.</summary>
    public static ParameterInfo[] ArgumentsOf(MethodInfo method) =>
        [.. method.GetParameters().Where(parameter => !IsResult(parameter))];

    /// <summary>Whether a call shows anything.</summary>
    public static bool HasResult(MethodInfo method) =>
        method.ReturnType != typeof(void) || method.GetParameters().Any(IsResult);

    /// <summary>Compiles a call on an object.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">What it is given, without out parameters.</param>
    public static Func<object, object?> Compile(MethodInfo method, object?[] arguments)
    {
        ParameterExpression subject = Expression.Parameter(typeof(object));
        List<ParameterExpression> results = [];
        List<Expression> values = [];
        int next = 0;
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            if (IsResult(parameter))
            {
                results.Add(Expression.Variable(parameter.ParameterType.GetElementType()!));
                values.Add(results[^1]);
            }
            else
            {
                values.Add(Expression.Constant(arguments[next++], parameter.ParameterType));
            }
        }

        Expression call = Expression.Call(Expression.Convert(subject, method.DeclaringType!), method, values);
        ParameterExpression? returned =
            method.ReturnType == typeof(void) ? null : Expression.Variable(method.ReturnType);
        ParameterExpression[] shown = returned is null ? [.. results] : [returned, .. results];
        return Expression.Lambda<Func<object, object?>>(
            Expression.Block(shown, returned is null ? call : Expression.Assign(returned, call), Together(shown)),
            subject).Compile();
    }

    private static Expression Together(ParameterExpression[] shown) => shown.Length switch
    {
        0 => Expression.Constant(null),
        1 => Expression.Convert(shown[0], typeof(object)),
        _ => Expression.Convert(
            Expression.Call(typeof(ValueTuple), nameof(ValueTuple.Create), [.. shown.Select(each => each.Type)], shown),
            typeof(object)),
    };
}
