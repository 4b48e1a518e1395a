using System.Security.Cryptography;
using FirearmsRegistry.Station.Marking;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Reading;

namespace FirearmsRegistry.Station.ReadingBack;

/// <summary>Reads a mark back: the symbol by the camera, the text by the person.</summary>
internal sealed class MarkReader(ICamera camera, IOperator person, ISymbolEngine engine, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Reads the mark of a job from the pictures taken between its start and the next one.</summary>
    /// <param name="job">The job.</param>
    /// <param name="since">Its start.</param>
    /// <param name="until">The next job's start.</param>
    /// <param name="wait">How long to wait for a picture in which the symbol can be read.</param>
    /// <param name="token">Gives up.</param>
    /// <returns>What was read, or why nothing could be.</returns>
    public async Task<MarkReading> ReadAsync(StationJob job, DateTimeOffset since, DateTimeOffset until, TimeSpan wait, CancellationToken token)
    {
        var (begun, seen, best) = (time.GetTimestamp(), new HashSet<string>(StringComparer.Ordinal), new Sighting(null, null));
        while (true)
        {
            best = await LookAsync(job, camera.Taken(since, until, seen), seen, best, token);
            if (best.IsAsOrdered(job) || time.GetElapsedTime(begun) >= wait)
                break;
            await Task.Delay(Look, time, token);
        }

        if (best.Picture is not { } picture)
            return MarkReading.Not("no picture was taken");
        if (job.Payload is not null && best.Payload is null)
            return MarkReading.Not("no symbol can be read in the picture; take another one");
        return await person.KeyTextAsync(picture, token) is { } text
            ? new MarkReading(text, job.Payload is null ? null : best.Payload, Convert.ToHexStringLower(SHA256.HashData(picture.Bytes.Span)), null)
            : MarkReading.Not("the text was not keyed");
    }

    // Of several pictures the one that shows the ordered symbol; where none does, the newest that shows any.
    private async Task<Sighting> LookAsync(
        StationJob job, IReadOnlyList<Picture> pictures, HashSet<string> seen, Sighting before, CancellationToken token)
    {
        var best = new Sighting(null, null);
        foreach (var picture in pictures)
        {
            seen.Add(picture.Name);
            var symbols = job.Payload is not null && (await engine.ReadAsync(picture.Bytes, token)).TryGet(out var reading, out _) ? reading.Symbols : [];
            var payloads = symbols.Select(Payload).ToList();
            if (payloads.Contains(job.Payload!))
                return new Sighting(picture, job.Payload);
            if (best.Picture is null || (best.Payload is null && payloads.Count > 0))
                best = new Sighting(picture, payloads.FirstOrDefault());
        }

        return best.Picture is null || (best.Payload is null && before.Payload is not null) ? before : best;
    }

    private static string Payload(ReadSymbol symbol) => Convert.ToHexStringLower(symbol.Bytes.Span);

    /// <summary>A picture, and what can be read in it.</summary>
    private sealed record Sighting(Picture? Picture, string? Payload)
    {
        /// <summary>Whether there is no better one to wait for; another payload may be that of the arm before, whose picture came late.</summary>
        public bool IsAsOrdered(StationJob job) => Picture is not null && Payload == job.Payload;
    }
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
