using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>
/// A type initializer that runs: what it touches of other types and of objects that it has not made. It runs ahead of
/// the actors here, and when the type is first used in earnest: the two must not differ.
/// </summary>
internal sealed class InitializerRun(Type type)
{
    private static ImmutableHashSet<InitializerAccess> s_all = [];

    private readonly HashSet<object> _made = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, int> _foreign = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Array Real, Array Former)> _arrays = [];
    private bool _isLost;

    /// <summary>What the initializers of this process have touched so far.</summary>
    public static ImmutableHashSet<InitializerAccess> All => Volatile.Read(ref s_all);

    /// <summary>It has made an object.</summary>
    public void Make(object value) => _made.Add(value);

    /// <summary>It touches a static field.</summary>
    public void TouchStatic(RuntimeFieldHandle field, RuntimeTypeHandle declaring, bool isWritten)
    {
        FieldInfo info = FieldInfo.GetFieldFromHandle(field, declaring);
        if (info.DeclaringType == type)
        {
            return;
        }

        Note(new InitializerAccess(type, info, null, 0, 0, isWritten));
        object? value = info.GetValue(null);
        if (value is ValueType)
        {
            ReachAll(SetUp.ReferencesOf(value).Select(leaf => SetUp.Load(value, leaf.Offset)));
        }
        else
        {
            ReachAll([value]);
        }
    }

    /// <summary>It comes to an object.</summary>
    public void Reach(object value) => ReachAll([value]);

    /// <summary>It touches memory.</summary>
    public void Touch<T>(ref T address, bool isWritten)
    {
        foreach ((object owner, int size) in _foreign)
        {
            nint offset = Unsafe.ByteOffset(ref RawObject.Of(owner), ref Unsafe.As<T, byte>(ref address));
            if ((nuint)offset < (nuint)size)
            {
                Note(new InitializerAccess(type, null, owner, (int)offset, Unsafe.SizeOf<T>(), isWritten));
                return;
            }
        }
    }

    /// <summary>Code that is not rewritten runs, and may read whatever there is.</summary>
    public void LoseTrack()
    {
        _isLost = true;
        foreach (object owner in _foreign.Keys)
        {
            NoteAll(owner, isWritten: false);
        }
    }

    /// <summary>A call is made on an object, whose code may not be rewritten.</summary>
    public void LoseTrackOf(object value)
    {
        if (value.GetType().Assembly != type.Assembly)
        {
            LoseTrack();
        }
    }

    /// <summary>It has ended.</summary>
    public void End()
    {
        foreach ((Array real, Array former) in _arrays.Where(_ => _isLost))
        {
            int size = SetUp.SizeOf(real);
            if (!MemoryMarshal.CreateReadOnlySpan(ref RawObject.Of(real), size)
                .SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref RawObject.Of(former), size)))
            {
                NoteAll(real, isWritten: true);
            }
        }
    }

    /// <summary>It touches elements of an array.</summary>
    public void TouchAll(Array array, bool isWritten)
    {
        if (_foreign.ContainsKey(array))
        {
            NoteAll(array, isWritten);
        }
    }

    private void NoteAll(object owner, bool isWritten) =>
        Note(new InitializerAccess(type, null, owner, -1, 0, isWritten));

    private static void Note(InitializerAccess access) =>
        ImmutableInterlocked.Update(ref s_all, all => all.Add(access));

    /// <summary>Whatever a reference leads to is not its own, but for what it has made.</summary>
    private void ReachAll(IEnumerable<object?> roots)
    {
        Queue<object?> open = new(roots);
        while (open.TryDequeue(out object? value))
        {
            if (value is null || _made.Contains(value) || _foreign.ContainsKey(value))
            {
                continue;
            }

            if (value is Delegate function)
            {
                Array.ForEach(function.GetInvocationList(), part => open.Enqueue(part.Target));
            }
            else if (SetUp.IsValue(value))
            {
                Array.ForEach([.. SetUp.ReferencesOf(value)], leaf => open.Enqueue(SetUp.Load(value, leaf.Offset)));
            }
            else if (value is Array || value.GetType().Assembly == type.Assembly)
            {
                _foreign.Add(value, SetUp.SizeOf(value));
                if (value is Array array)
                {
                    _arrays.Add((array, (Array)array.Clone()));
                }

                if (_isLost)
                {
                    NoteAll(value, isWritten: false);
                }

                Array.ForEach([.. SetUp.ChildrenOf(value)], open.Enqueue);
            }
        }
    }
}
