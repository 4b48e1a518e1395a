using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FirearmsRegistry.Indicators.Sdmx.Metadata;
using FirearmsRegistry.Indicators.Sdmx.Writing;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Vintages.Sending;

/// <summary>What goes to a statistics office in one file: the messages, what the State says of its figures, and what the check of each message found.</summary>
internal sealed class VintageShipment(VintageSettings settings, VintageMessages messages)
{
    public const string MediaType = "application/zip";

    private static readonly JsonSerializerOptions Readable = new(RegistryJson.Options) { WriteIndented = true };

    /// <summary>Packs it: the same bytes whenever it is packed.</summary>
    public async Task<Result<byte[]>> PackAsync(Vintage vintage, FrozenVintage says, MessageKind kind, CancellationToken token)
    {
        if ((await MetadataAsync(vintage, says, token)).Refused(out var refusal, out var metadata))
            return refusal;
        if (messages.CannotSay(says, kind) is { } unsaid)
            return unsaid;
        var prepared = vintage.PublishedAt ?? vintage.DraftedAt;
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var report = new StringBuilder();
            foreach (var format in Enum.GetValues<SdmxFormat>())
            {
                var (name, message) = (NameOf(format), messages.Write(says, kind with { Format = format }, prepared));
                Add(archive, name, message, prepared);
                var findings = messages.Check(says, message);
                report.Append(name).Append(": ").Append(findings.Count == 0 ? "no findings" : string.Join("; ", findings)).Append('\n');
            }

            if (metadata is not null)
                Add(archive, "reference-metadata.json", JsonSerializer.SerializeToUtf8Bytes(metadata, Readable), prepared);
            Add(archive, "check.txt", Encoding.UTF8.GetBytes(report.ToString()), prepared);
        }

        return bytes.ToArray();
    }

    /// <summary>
    /// What the State says of these figures: as frozen with them; of a draft, as it is configured now. Null where there is none, and where a vintage was
    /// published without it: what is written later was not said with it.
    /// </summary>
    public async Task<Result<ReferenceMetadata?>> MetadataAsync(Vintage vintage, FrozenVintage says, CancellationToken token) =>
        vintage.IsPublic ? says.Content.Metadata : await settings.MetadataAsync(vintage.StructureVersion, token);

    private static string NameOf(SdmxFormat format) => format switch
    {
        SdmxFormat.Csv1 => "sdmx-csv-1.0.csv",
        SdmxFormat.Csv2 => "sdmx-csv-2.0.csv",
        SdmxFormat.Ml21 => "sdmx-ml-2.1.xml",
        SdmxFormat.Json20 => "sdmx-json-2.0.json",
    };

    private static void Add(ZipArchive archive, string name, byte[] bytes, DateTimeOffset prepared)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = prepared.ToUniversalTime();
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
