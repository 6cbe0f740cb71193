using System.IO.Compression;

namespace Runs.Tracing.Parsing;

/// <summary>
/// Decompresses a gzip file and notices when it is truncated, which <see cref="GZipStream"/> alone does not: it ends
/// quietly wherever its input ends.
/// </summary>
/// <remarks>
/// A gzip file may have several members, one behind the other. So a member of our own is put behind the file: it is
/// found where the file's last member is complete, and nowhere else.
/// </remarks>
internal sealed class GzipText : Stream
{
    /// <summary>What the last member holds. No text has this byte.</summary>
    private const byte EndMark = 0;

    private readonly GZipStream _text;
    private bool _atEnd;

    /// <summary>Decompresses a stream.</summary>
    public GzipText(Stream compressed) =>
        _text = new GZipStream(new StreamPair(compressed, new MemoryStream(LastMember())), CompressionMode.Decompress);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The compressed data is damaged, or ends too early.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            int read = _text.Read(buffer, offset, count);
            if (read == 0)
            {
                return _atEnd ? 0 : throw new InvalidDataException("the compressed data ends too early");
            }

            _atEnd = buffer[offset + read - 1] == EndMark;
            if (!_atEnd || read > 1)
            {
                return _atEnd ? read - 1 : read;
            }
        }
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] LastMember()
    {
        using MemoryStream member = new();
        using (GZipStream compressor = new(member, CompressionLevel.Fastest))
        {
            compressor.WriteByte(EndMark);
        }

        return member.ToArray();
    }
}
