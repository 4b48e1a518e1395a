using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Shared;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Parties;

/// <summary>What the tests of parties ask of the server and of its database.</summary>
internal static class PartyRequests
{
    public static JsonNode Registration(string name, string? latin = null)
    {
        var request = JsonSerializer.SerializeToNode(PartyExamples.Register, RegistryJson.Options)!;
        request["name"] = name;
        request["nameInLatin"] = latin;
        request["givenNames"] = null;
        request["familyName"] = null;
        return request;
    }

    public static JsonNode Correction(string name)
    {
        var request = JsonSerializer.SerializeToNode(PartyExamples.Correct, RegistryJson.Options)!;
        request["name"] = name;
        return request;
    }

    public static async Task<T> ScalarAsync<T>(this RegistryHost host, string sql, params object[] values)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
