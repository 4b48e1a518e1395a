using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Benchmarks.LookingUp;

/// <summary>The ways to look up an arm by its serial that are compared.</summary>
internal sealed class LookingUpWays : IAsyncDisposable
{
    private static readonly Actor Registrar =
        new("benchmark", "http://127.0.0.1/", "benchmark", new HashSet<Role> { Role.Registrar }, IsHuman: true);

    private static readonly QueryReason Reason = new(QueryReasonCode.Registration, "BENCHMARK-1");

    private readonly FirearmSearch _search;
    private readonly HttpClient _client;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _find;
    private readonly NpgsqlCommand _log;

    private LookingUpWays(FirearmSearch search, HttpClient client, NpgsqlConnection connection)
    {
        (_search, _client, _connection) = (search, client, connection);
        _find = new NpgsqlCommand("select firearm_id from registry.firearm_mark where serial_exact = $1", connection)
        {
            Parameters = { new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text } },
        };
        _log = new NpgsqlCommand(
            """
            insert into registry.access_log (at, subject, issuer, client_id, reason, case_reference, action, criteria, record_ids)
            values (now(), 'benchmark', 'benchmark', 'benchmark', 'registration', 'BENCHMARK-1', 'search_firearms', $1, $2)
            """,
            connection)
        {
            Parameters =
            {
                new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Jsonb },
                new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        };
    }

    public static async Task<LookingUpWays> PrepareAsync(RegistryServer server, NpgsqlDataSource database, CancellationToken token)
    {
        var connection = await database.OpenConnectionAsync(token);
        var ways = new LookingUpWays(
            server.Services.GetRequiredService<FirearmSearch>(), await server.SignedInClientAsync(token), connection);
        await ways._find.PrepareAsync(token);
        await ways._log.PrepareAsync(token);
        return ways;
    }

    /// <summary>The bare query by the serial's key, then one row into the access log, in one transaction on one connection.</summary>
    public async Task QueryAsync(int number, CancellationToken token)
    {
        var serial = SampleArms.Serial(number);
        await using var transaction = await _connection.BeginTransactionAsync(token);
        _find.Parameters[0].Value = serial;
        var found = (Guid)(await _find.ExecuteScalarAsync(token) ?? throw new InvalidOperationException("The arm was not found."));
        _log.Parameters[0].Value = $$"""{"mark":"{{serial}}"}""";
        _log.Parameters[1].Value = new[] { found };
        await _log.ExecuteNonQueryAsync(token);
        await transaction.CommitAsync(token);
    }

    /// <summary>The search as the endpoint calls it.</summary>
    public async Task SearchAsync(int number, CancellationToken token)
    {
        var question = new MarkQuestion(MarkText.Parse(SampleArms.Serial(number)).GetOrThrow());
        var hits = await _search.FindAsync(question, HitPosition.Start, 50, Registrar, Reason, TimeProvider.System.GetUtcNow(), token);
        if (hits.Count != 1)
            throw new InvalidOperationException($"{hits.Count} arms were found.");
    }

    /// <summary>The search over HTTP, its answer read to the end.</summary>
    public async Task PostAsync(int number, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/firearm-searches");
        request.Headers.Add("Query-Reason", "registration; case=\"BENCHMARK-1\"");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"mark":"{{SampleArms.Serial(number)}}"}"""));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _client.SendAsync(request, token);
        var answer = await response.Content.ReadAsStringAsync(token);
        if (response.StatusCode is not HttpStatusCode.OK || !answer.Contains(SampleArms.Serial(number), StringComparison.Ordinal))
            throw new InvalidOperationException($"{response.StatusCode}: {answer}");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _find.DisposeAsync();
        await _log.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
