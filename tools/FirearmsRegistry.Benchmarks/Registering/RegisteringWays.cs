using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Registering;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Registering;

/// <summary>The ways to register a firearm that are compared; each call registers another one.</summary>
internal sealed class RegisteringWays : IAsyncDisposable
{
    private static readonly Actor Registrar =
        new("benchmark", "http://127.0.0.1/", "benchmark", new HashSet<Role> { Role.Registrar }, IsHuman: true);

    private readonly RegistryServer _server;
    private readonly NpgsqlDataSource _database;
    private readonly IDocumentStore _store;
    private readonly MarkPolicy _policy;
    private readonly IReadOnlyList<HttpClient> _clients;
    private int _last;

    private RegisteringWays(RegistryServer server, NpgsqlDataSource database, IReadOnlyList<HttpClient> clients)
    {
        (_server, _database, _clients) = (server, database, clients);
        _store = server.Services.GetRequiredService<IDocumentStore>();
        _policy = server.Services.GetRequiredService<MarkPolicy>();
    }

    public static async Task<RegisteringWays> PrepareAsync(
        RegistryServer server, NpgsqlDataSource database, int clients, CancellationToken token)
    {
        await using var table = database.CreateCommand("create table bare_insert (id uuid primary key, body jsonb not null)");
        await table.ExecuteNonQueryAsync(token);
        var signedIn = new List<HttpClient>();
        for (var client = 0; client < clients; client++)
            signedIn.Add(await server.SignedInClientAsync(token));
        return new RegisteringWays(server, database, signedIn);
    }

    /// <summary>One row of about the same content in a transaction of its own: what the disk and PostgreSQL alone allow.</summary>
    public async Task InsertAsync(CancellationToken token)
    {
        await using var command = _database.CreateCommand("insert into bare_insert (id, body) values ($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
        command.Parameters.Add(new NpgsqlParameter { Value = SampleArms.Body(Next()), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>The decided events appended by a session, with their inline read models.</summary>
    public async Task StoreAsync(CancellationToken token)
    {
        var now = TimeProvider.System.GetUtcNow();
        var command = SampleArms.Command(Next(), now);
        await using var session = _store.LightweightSession();
        session.Events.StartStream<Firearm>(command.FirearmId, RegisterFirearm.Decide(command, [], _policy, now).Value);
        await session.SaveChangesAsync(token);
    }

    /// <summary>The command handler, which also looks for look-alikes under their lock and keeps the idempotency key.</summary>
    public async Task HandleAsync(CancellationToken token)
    {
        var now = TimeProvider.System.GetUtcNow();
        var command = SampleArms.Command(Next(), now);
        var claim = new IdempotencyClaim(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        await using var scope = _server.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<RegisterFirearmHandler>();
        var result = await handler.HandleAsync(command, new CommandContext(Registrar, now, null, "benchmark", null, claim), token);
        if (result.Refused(out var refusal, out _))
            throw new InvalidOperationException($"A registration was refused: {refusal.Name}.");
    }

    /// <summary>A request over HTTP with its idempotency key, its answer read to the end.</summary>
    public async Task PostAsync(int client, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/firearms");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = new ByteArrayContent(SampleArms.Body(Next()));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _clients[client].SendAsync(request, token);
        if (response.StatusCode is not HttpStatusCode.Created)
            throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync(token)}");
        await response.Content.ReadAsByteArrayAsync(token);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        return ValueTask.CompletedTask;
    }

    private int Next() => Interlocked.Increment(ref _last);
}
