namespace Exploration.Tests.Oracle.Loops;

/// <summary>What a try statement catches.</summary>
internal enum CatchKind
{
    Nothing,

    /// <summary>The exception that programs throw.</summary>
    Own,

    /// <summary>Any exception, so also one by which a checker might stop an actor.</summary>
    Any,
}
