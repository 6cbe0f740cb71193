using Tracker.Folios;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>Takes pins on random folios and drops each after some more.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class Pinner<TTracking>(Stage<TTracking> stage, int worker) : Worker<TTracking>(stage, worker)
    where TTracking : struct, ITracking
{
    /// <summary>Pins held at once.</summary>
    private const int Pins = 3;

    private readonly Folio[] _pinned = new Folio[Pins];

    /// <inheritdoc/>
    public override string Name => "pinner";

    /// <inheritdoc/>
    public override void Turn()
    {
        for (int operation = 0; operation < OperationsPerTurn; operation++)
        {
            int pin = operation % Pins;
            Release(pin);
            Folio folio = Stage.Folios.FolioAt(Random.Below(Stage.Folios.Places));
            if (!folio.IsNull && Recorder.TryPin(folio))
            {
                _pinned[pin] = folio;
            }

            Recorder.MeetIfRoundIsOver();
        }
    }

    /// <inheritdoc/>
    public override void TearDown()
    {
        for (int pin = 0; pin < Pins; pin++)
        {
            Release(pin);
        }
    }

    private void Release(int pin)
    {
        if (!_pinned[pin].IsNull)
        {
            Recorder.Unpin(_pinned[pin]);
            _pinned[pin] = default;
        }
    }
}
