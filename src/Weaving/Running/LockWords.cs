using Weaving.Objects;

namespace Weaving.Running;

/// <summary>The words of an object's lock, which <c>Monitor</c> and <c>Lock</c> are made of here.</summary>
internal static class LockWords
{
    /// <summary>Who holds the lock: the actor's number from 1; 0 if nobody does.</summary>
    public const int Owner = -1;

    /// <summary>How many have ever begun to wait; written by the owner of the lock only.</summary>
    public const int Waiters = -2;

    /// <summary>How many of them have been woken, the first ones first.</summary>
    public const int Woken = -3;

    /// <summary>
    /// No part of the lock: how many calls on the object have ended, for the order of a global clock.
    /// </summary>
    public const int Clock = -4;

    /// <summary>The leaf of a word.</summary>
    public static Leaf Of(int part) => new(part, sizeof(int), typeof(int), NameOf(part), false);

    /// <summary>A word by name.</summary>
    public static string NameOf(int part) => part switch
    {
        Owner => "lock",
        Waiters => "waiters",
        Woken => "woken",
        Clock => "clock",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A lock has no such word."),
    };
}
