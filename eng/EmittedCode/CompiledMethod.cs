namespace EmittedCode;

/// <summary>A method that the runtime says it has compiled.</summary>
/// <param name="Name">Its name, without its type.</param>
/// <param name="Token">Its metadata token.</param>
/// <param name="Map">Pairs of a native and an IL offset, in ascending order of the former.</param>
internal sealed record CompiledMethod(string Name, int Token, (int Native, int Il)[] Map);
