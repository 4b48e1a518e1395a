using System.Security.Cryptography;
using FirearmsRegistry.Station.Marking;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Reading;

namespace FirearmsRegistry.Station.ReadingBack;

/// <summary>Reads a mark back: the symbol by the camera, the text by the person.</summary>
internal sealed class MarkReader(ICamera camera, IOperator person, ISymbolEngine engine)
{
    /// <summary>Reads the mark of a job from the pictures since its start.</summary>
    /// <returns>What was read, or why nothing could be.</returns>
    public async Task<MarkReading> ReadAsync(StationJob job, DateTimeOffset since, TimeSpan wait, CancellationToken token)
    {
        var pictures = await camera.SinceAsync(since, wait, token);
        if (pictures.Count == 0)
            return MarkReading.Not("no picture was taken");
        var (picture, payload) = await ChooseAsync(job, pictures, token);
        if (job.Payload is not null && payload is null)
            return MarkReading.Not("no symbol can be read in the picture");
        return await person.KeyTextAsync(picture, token) is { } text
            ? new MarkReading(text, job.Payload is null ? null : payload, Convert.ToHexStringLower(SHA256.HashData(picture.Bytes.Span)), null)
            : MarkReading.Not("the text was not keyed");
    }

    // Of several pictures the one that shows the ordered symbol; where none does, the newest that shows any.
    private async Task<(Picture Picture, string? Payload)> ChooseAsync(StationJob job, IReadOnlyList<Picture> pictures, CancellationToken token)
    {
        (Picture Picture, string? Payload) best = (pictures[0], null);
        if (job.Payload is null)
            return best;
        foreach (var picture in pictures)
        {
            var seen = (await engine.ReadAsync(picture.Bytes, token)).TryGet(out var reading, out _) ? reading.Symbols : [];
            var payloads = seen.Select(Payload).ToList();
            if (payloads.Contains(job.Payload))
                return (picture, job.Payload);
            if (best.Payload is null && payloads.Count > 0)
                best = (picture, payloads[0]);
        }

        return best;
    }

    private static string Payload(ReadSymbol symbol) => Convert.ToHexStringLower(symbol.Bytes.Span);
}

/// <summary>What was read from the metal.</summary>
/// <param name="Text">As keyed; null where there was no reading.</param>
/// <param name="Payload">The symbol's bytes, in hexadecimal.</param>
/// <param name="PictureHash">The picture's SHA-256.</param>
/// <param name="Missing">Why there was no reading.</param>
internal sealed record MarkReading(string? Text, string? Payload, string? PictureHash, string? Missing)
{
    public static MarkReading Not(string reason) => new(null, null, null, reason);
}
