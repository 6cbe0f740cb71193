using System.Security.Cryptography;
using System.Text.Json;

namespace Campaigns.Records;

/// <summary>The result of a cell as it lies in a folder, under a name that says what is in it.</summary>
/// <param name="Cell">ID of the cell.</param>
/// <param name="Content">SHA-256 of cell and result.</param>
/// <param name="Seconds">Time of the cell; not a part of the content.</param>
/// <param name="Host">Where it was done; not a part of the content.</param>
/// <param name="Result">The result.</param>
public sealed record CellRecord(string Cell, string Content, double Seconds, string Host, CellResult Result)
{
    /// <summary>Ends the name of a record.</summary>
    public const string Extension = ".record.json";

    /// <summary>The record of a result.</summary>
    public static CellRecord Of(string cell, CellResult result, double seconds, string host) =>
        new(cell, ContentOf(cell, result), seconds, host, result);

    /// <summary>The name of its file.</summary>
    public string FileName => $"{Cell}.{Content}{Extension}";

    /// <summary>SHA-256 of a cell and its result: a result does not become another cell's.</summary>
    public static string ContentOf(string cell, CellResult result) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new CellRecord(cell, "", 0, "", result), RecordJson.Exact.CellRecord)));
}
