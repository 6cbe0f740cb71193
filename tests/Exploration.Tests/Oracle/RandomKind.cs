namespace Exploration.Tests.Oracle;

internal enum RandomKind
{
    Load,
    Store,
    Exchange,
    Add,
    Fence,
}
