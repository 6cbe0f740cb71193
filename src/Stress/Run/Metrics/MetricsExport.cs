using Harness.Hosts;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Stress.CommandLine;

namespace Stress.Run.Metrics;

/// <summary>
/// Sends the metrics of a run to a collector, by OTLP over HTTP with protobuf, at every interval and at the end.
/// </summary>
internal sealed class MetricsExport : IDisposable
{
    /// <summary>Where collectors take metrics if the URL does not say it (OTLP specification).</summary>
    private const string DefaultPath = "v1/metrics";

    /// <summary>How long a collector may take at the end.</summary>
    private const int EndMilliseconds = 5000;

    private readonly MeterProvider _provider;

    /// <summary>Starts to send.</summary>
    /// <param name="url">The collector.</param>
    /// <param name="interval">How often.</param>
    public MetricsExport(Uri url, TimeSpan interval)
    {
        Url = url.AbsolutePath == "/" ? new Uri(url, DefaultPath) : url;
        _provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("stress", serviceVersion: BuildInfo.Version))
            .AddMeter(RunMetrics.MeterName)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                exporter.Endpoint = Url;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds =
                    (int)Math.Clamp(interval.TotalMilliseconds, 1, int.MaxValue);
            })
            .Build();
    }

    /// <summary>How a collector is named on the command line.</summary>
    public static ValueForm<string> Form { get; } = new(
        "an http or https URL, such as http://localhost:4318",
        (text, out value) =>
        {
            value = text;
            return Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp
                || url.Scheme == Uri.UriSchemeHttps);
        },
        text => text,
        text => text);

    /// <summary>Where the metrics go, path included.</summary>
    public Uri Url { get; }

    /// <summary>Sends what there is now.</summary>
    /// <returns>Whether the collector took it.</returns>
    public bool TryFinish() => _provider.ForceFlush(EndMilliseconds);

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();
}
