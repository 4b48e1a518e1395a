using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.Merging;

/// <summary>Tells the registry what the log has and it has not.</summary>
internal sealed class LogMerging(RegistryApi api, LogFile file, Guid station) : IDisposable
{
    private const int EntriesAtATime = 100;
    private const int MostAttempts = 5;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private LogHead? _known;

    /// <summary>How far the registry is known to know the log.</summary>
    public long KnownTo => _known?.Counter ?? 0;

    /// <summary>Merges all that is there.</summary>
    /// <exception cref="UnreachableException">There is no network; what was merged before it went is merged.</exception>
    /// <exception cref="StationException">The registry knows another log of this station, or refuses it.</exception>
    public async Task<MergeResult> MergeAsync(CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            var result = new MergeResult(0, 0, 0);
            var stale = 0;
            while (true)
            {
                _known ??= await HeadAsync(token);
                var entries = file.After(_known.Counter, EntriesAtATime);
                if (entries.Count == 0)
                    break;
                var reply = await api.PostAsync($"api/v1/stations/{station}/merges", BodyOf(entries), null, Guid.CreateVersion7(), token);
                if (reply.Status == 412 && ++stale < MostAttempts)
                {
                    _known = null;
                    continue;
                }

                reply.OrThrow("The log was not merged");
                result += Take(reply.Body);
            }

            if (api.Compared is { } clock)
                file.ClockComparison = clock;
            return result;
        }
        catch (UnreachableException)
        {
            _known = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<LogHead> HeadAsync(CancellationToken token)
    {
        var reply = (await api.GetAsync($"api/v1/stations/{station}/log", token)).OrThrow("The registry does not tell how far it knows the log");
        var head = new LogHead(reply.Body.GetProperty("counter").GetInt64(), reply.Body.GetProperty("hash").GetString()!);
        return file.HashOf(head.Counter) == head.Hash
            ? head
            : throw new StationException(string.Create(CultureInfo.InvariantCulture,
                $"The registry knows another log of this station up to entry {head.Counter}; this folder may come from a back-up. Do not work with it."));
    }

    private MergeResult Take(JsonElement report)
    {
        foreach (var conflict in report.GetProperty("conflicts").EnumerateArray())
        {
            file.Write("insert into conflict values ($1, $2, $3) on conflict do nothing", conflict.GetProperty("counter").GetInt64(),
                conflict.GetProperty("problem").GetString(), conflict.GetProperty("detail").GetString());
        }

        var head = report.GetProperty("head");
        _known = new LogHead(head.GetProperty("counter").GetInt64(), head.GetProperty("hash").GetString()!);
        return new MergeResult(
            report.GetProperty("accepted").GetArrayLength(), report.GetProperty("alreadyKnown").GetArrayLength(), report.GetProperty("conflicts").GetArrayLength());
    }

    private static JsonObject BodyOf(IReadOnlyList<LoggedEntry> entries) => new()
    {
        ["entries"] = new JsonArray([.. entries.Select(entry => (JsonNode)new JsonObject
        {
            ["content"] = entry.Signed.Content,
            ["stationSignature"] = entry.Signed.StationSignature,
            ["operatorSignature"] = entry.Signed.OperatorSignature,
        })]),
    };
}

/// <summary>What became of the entries of a merge.</summary>
internal sealed record MergeResult(int Accepted, int AlreadyKnown, int Conflicts)
{
    public static MergeResult operator +(MergeResult one, MergeResult other) =>
        new(one.Accepted + other.Accepted, one.AlreadyKnown + other.AlreadyKnown, one.Conflicts + other.Conflicts);
}
