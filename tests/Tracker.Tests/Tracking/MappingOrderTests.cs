using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Tracker.Tests.Tracking;

/// <summary>In which order a mapping comes to a folio's two lines.</summary>
public sealed class MappingOrderTests : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => ScriptedMemory.OnRead(null);

    [Fact]
    public void The_line_of_the_mappings_is_read_only_once_the_reference_is_taken()
    {
        AssertOrder<SharedSeqcount<Unstamped>>();
        AssertOrder<ExclusiveSeqcount<Unstamped>>();
        AssertOrder<AddReturnSeqcount<Unstamped>>();
    }

    private static unsafe void AssertOrder<TSeqcount>() where TSeqcount : struct, ISeqcount
    {
        RmapTracking<ScriptedMemory, WriteSection<TSeqcount>, BarrierRead> tracking = default;
        using TrackerWorld world = new(tracking: tracking);
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        nint line = (nint)folio.State;
        List<int> references = [];
        ScriptedMemory.OnRead((address, found) =>
        {
            if (address >= line && address < line + FolioState.LineBytes)
            {
                references.Add(((FolioState*)line)->References);
            }

            return found;
        });
        tracking.Map(folio, mm, 0, 1);
        ScriptedMemory.OnRead(null);
        Assert.NotEmpty(references);
        Assert.All(references, each => Assert.Equal(2, each));
        tracking.Unmap(folio, mm, 0, 1, out int left);
        Assert.Equal(1, left);
    }
}
