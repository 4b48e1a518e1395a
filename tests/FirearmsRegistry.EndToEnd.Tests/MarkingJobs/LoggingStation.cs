using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

/// <summary>A station that keeps a log of its own, signed by its key and by its operator's, as the station's program does.</summary>
internal sealed class LoggingStation : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly ECDsa _operatorKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly RegistryHost _host;

    private LoggingStation(RegistryHost host, Guid id, string operatorId) => (_host, Id, OperatorId) = (host, id, operatorId);

    public Guid Id { get; }

    public string OperatorId { get; }

    public string OperatorKey => SigningKey.Of(_operatorKey).ToString();

    public List<SignedEntry> Log { get; } = [];

    /// <summary>The time by the station's clock.</summary>
    public DateTimeOffset Now { get; set; }

    public string Path => $"/api/v1/stations/{Id}";

    /// <summary>Registers a station, its key, and its operator: assigned for the last hour and the next day, with a key of his own.</summary>
    public static async Task<LoggingStation> EnrolledAsync(RegistryHost host, MarkingScenario marking)
    {
        var station = new LoggingStation(host, await marking.StationAsync(), SubjectOf(marking.Operator)) { Now = host.Time.GetUtcNow() };
        var administrator = host.ClientAs(Role.Administrator);
        (await administrator.PostAsync($"{station.Path}/keys", KeyOf(station._key), 1)).Expect(200);
        (await administrator.PostAsync($"{station.Path}/assignments", new JsonObject
        {
            ["userId"] = station.OperatorId,
            ["from"] = station.Now.AddHours(-1),
            ["until"] = station.Now.AddDays(1),
        }, 2)).Expect(200);
        (await marking.Operator.PostAsync($"{station.Path}/operator-keys", KeyOf(station._operatorKey), 3)).Expect(200);
        return station;
    }

    /// <summary>Writes an entry, a second after the last.</summary>
    public SignedEntry Write(StationAct act, Guid? job, JsonNode body)
    {
        Now = Now.AddSeconds(1);
        var entry = new StationLogEntry(Id, Log.Count + 1, Log.Count == 0 ? StationLogEntry.FirstPrevious : Log[^1].Hash, Now, 1, OperatorId, act, job,
            JsonSerializer.SerializeToElement(body));
        var signed = SignedEntry.Sign(entry, _key, _operatorKey);
        Log.Add(signed);
        return signed;
    }

    /// <summary>Writes an order of its own, with a number that it takes for one of those lent to it.</summary>
    public void WriteOrder(Guid job, Guid firearm, string number)
    {
        var order = MarkingScenario.Order(firearm, "/", Id);
        order.AsObject().Remove("seriesId");
        order["number"] = number;
        order["id"] = job;
        order["payload"] = "bare_number";
        Write(StationAct.Ordered, job, order);
    }

    /// <summary>Writes what a station does with a job that it has, from the start to the reading.</summary>
    public void WriteMarking(Guid job, string text, string payload)
    {
        var today = Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Write(StationAct.Started, job, new JsonObject { ["stationId"] = Id, ["startedOn"] = today });
        Write(StationAct.Finished, job, new JsonObject { ["stationId"] = Id, ["outcome"] = "marked" });
        Write(StationAct.ReadBack, job, new JsonObject
        {
            ["stationId"] = Id,
            ["keyedText"] = text,
            ["readOn"] = today,
            ["payload"] = payload,
            ["picture"] = MarkingScenario.Photo,
        });
    }

    public Task<ApiAnswer> MergeAsync(RegistryClient client, params IEnumerable<SignedEntry> entries) => client.PostAsync($"{Path}/merges",
        new JsonObject { ["entries"] = new JsonArray([.. entries.Select(entry => JsonSerializer.SerializeToNode(entry, RegistryJson.Options))]) });

    public static IEnumerable<long> Counters(ApiAnswer merge, string of) =>
        merge.Body![of]!.AsArray().Select(entry => entry!["counter"]!.GetValue<long>());

    public void Dispose()
    {
        _key.Dispose();
        _operatorKey.Dispose();
    }

    private static JsonObject KeyOf(ECDsa key) => new() { ["publicKey"] = SigningKey.Of(key).ToString() };

    private static string SubjectOf(RegistryClient client)
    {
        var claims = client.Http.DefaultRequestHeaders.Authorization!.Parameter!.Split('.')[1];
        var json = System.Buffers.Text.Base64Url.DecodeFromChars(claims);
        return JsonNode.Parse(Encoding.UTF8.GetString(json))!["sub"]!.GetValue<string>();
    }
}
