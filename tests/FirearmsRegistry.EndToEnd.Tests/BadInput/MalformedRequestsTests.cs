using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.BadInput;

/// <summary>Generated malformed requests over all routes; the seed is fixed, so that a failure can be looked at again.</summary>
public sealed class MalformedRequestsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const int Refusals = 2000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_thousand_malformed_requests_give_not_one_server_error_and_write_nothing()
    {
        var random = new Random(1642);
        var requests = new MalformedRequests(host, await SeededRecords.MakeAsync(host), random);
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>() is not null).ToList();
        var wrong = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        var written = await WrittenAsync();
        for (var i = 0; statuses.Where(pair => pair.Key >= 400).Sum(pair => pair.Value) < Refusals; i++)
        {
            var endpoint = endpoints[i % endpoints.Count];
            using var request = await requests.MakeAsync(endpoint);
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(Token);
            using var response = await host.ClientAs(endpoint.Metadata.GetMetadata<AccessPolicy>()!.Roles[0]).Http.SendAsync(request, Token);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var before = written;
            written = await WrittenAsync();
            if (status >= 500 || (status >= 300 && response.Content.Headers.ContentType?.MediaType != "application/problem+json"))
                wrong.Add($"{status} {request.Method} {request.RequestUri} {body[..Math.Min(body.Length, 900)]}");
            if (written != before && (request.Method == HttpMethod.Get || status is not (200 or 201)))
                wrong.Add($"{status} wrote all the same: {request.Method} {request.RequestUri} {body[..Math.Min(body.Length, 900)]}");
        }

        var distribution = string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(distribution);
        Assert.True(wrong.Count == 0, $"{distribution}; {wrong.Count} wrong\n{string.Join('\n', wrong.Take(20))}");
        // Each of these comes from another depth: the form, the route, the key and version, the state, the rules, and the carried out.
        Assert.All([200, 201, 400, 404, 409, 412, 415, 422, 428], status => Assert.Contains(status, statuses.Keys));
    }

    /// <summary>Everything that a write leaves behind; a tombstone is what a refused one leaves of a number that it had drawn.</summary>
    private async Task<(long, long, long, long)> WrittenAsync()
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(
            """
            select (select count(*) from registry.mt_events where type <> 'tombstone'), (select count(*) from registry.idempotency_record),
                (select count(*) from registry.issued_number), (select count(*) from registry.person_key)
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(Token);
        await reader.ReadAsync(Token);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }
}
