using System.Security.Cryptography;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Parties.Sealing;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Parties;

public sealed class PersonalDataTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Rows =
        """
        select coalesce(string_agg(r::text, E'\n' order by r::text), '') from (
            select 'party' t, p.party_id, p.version::text, p.kind, p.category, p.details::text, (p.erased_at is null)::text from registry.party p
            union all select 'word', party_id, word, null, null, null, null from registry.party_name_key
            union all select 'authorisation', party_id, authorisation_id::text, kind, reference, valid_from::text, revoked_on::text
            from registry.party_authorisation) r
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_table_but_the_read_model_holds_a_name_in_clear()
    {
        var client = host.ClientAs(Role.Registrar);
        var party = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Klarnameprobe Person"))).Expect(201);
        (await client.PostAsync($"{party.Location}/corrections", PartyRequests.Correction("Klarnameprobe Persona"), party.Version)).Expect(200);
        (await client.SearchAsync("/api/v1/party-searches", new Search("Klarname"))).Expect(200);
        (await client.GetAsync(party.Location!, RegistryClient.Reason)).Expect(200);

        Assert.Equal(["registry.party", "registry.party_name_key"], await TablesWithAsync("klarnameprobe"));
    }

    [Fact]
    public async Task A_rebuild_from_the_events_gives_the_same_rows()
    {
        var client = host.ClientAs(Role.Registrar);
        var kept = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Иван Петров", "Ivan Petrov"))).Expect(201);
        var corrected = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Old Name"))).Expect(201);
        (await client.PostAsync($"{corrected.Location}/corrections", PartyRequests.Correction("New Name"), corrected.Version)).Expect(200);
        var erased = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Forgotten Person"))).Expect(201);
        (await client.PostAsync($"{erased.Location}/erasures", PartyExamples.Erase, erased.Version)).Expect(200);
        var before = await host.ScalarAsync<string>(Rows);

        await RebuildAsync();

        Assert.Equal(before, await host.ScalarAsync<string>(Rows));
        Assert.Contains("Petrov", before, StringComparison.Ordinal);
        Assert.Contains(kept.Id.ToString(), before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_erasure_nothing_brings_the_person_back()
    {
        var client = host.ClientAs(Role.Registrar);
        var party = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Vergessen Werden"))).Expect(201);
        var sealedBefore = await host.ScalarAsync<string>("select data::text from registry.mt_events where stream_id = $1 and version = 1", party.Id);

        var erased = (await client.PostAsync($"{party.Location}/erasures", PartyExamples.Erase, party.Version)).Expect(200);
        await RebuildAsync();
        var read = (await client.GetAsync(party.Location!, RegistryClient.Reason)).Expect(200);
        var found = (await client.SearchAsync("/api/v1/party-searches", new Search("Vergessen"))).Expect(200);

        Assert.True(erased.Body!["erased"]!.GetValue<bool>());
        Assert.True(read.Body!["erased"]!.GetValue<bool>());
        Assert.Null(read.Body["personalData"]);
        Assert.Null(read.Body["authorisations"]![0]!["reference"]);
        Assert.Empty(found.Body!["items"]!.AsArray());
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from registry.person_key where party_id = $1 and wrapped_key is null", party.Id));
        Assert.Equal(sealedBefore, await host.ScalarAsync<string>("select data::text from registry.mt_events where stream_id = $1 and version = 1", party.Id));
        Assert.Equal((409, "party-erased"), await ProblemOf(client.PostAsync($"{party.Location}/corrections", PartyRequests.Correction("Again"), erased.Version)));
        Assert.Equal((409, "party-erased"), await ProblemOf(client.PostAsync($"{party.Location}/erasures", PartyExamples.Erase, erased.Version)));
    }

    [Fact]
    public async Task A_destroyed_key_cannot_be_put_back_nor_its_row_deleted()
    {
        var client = host.ClientAs(Role.Registrar);
        var party = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Key Less"))).Expect(201);
        (await client.PostAsync($"{party.Location}/erasures", PartyExamples.Erase, party.Version)).Expect(200);

        await Assert.ThrowsAsync<PostgresException>(() => host.ScalarAsync<object>(
            "update registry.person_key set wrapped_key = '\\x00', destroyed_at = null where party_id = $1 returning 1", party.Id));
        await Assert.ThrowsAsync<PostgresException>(() => host.ScalarAsync<object>("delete from registry.person_key where party_id = $1 returning 1", party.Id));
    }

    [Fact]
    public async Task Ciphertext_moved_to_another_party_is_detected()
    {
        var client = host.ClientAs(Role.Registrar);
        var one = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Number One"))).Expect(201);
        var two = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Number Two"))).Expect(201);
        var keys = host.Services.GetRequiredService<PersonKeys>();
        var loaded = await keys.LoadAsync([one.Id, two.Id], Token);
        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var entry = (await session.Events.AggregateStreamAsync<Party>(one.Id, token: Token))!.Entry.PersonalData;

        Assert.Equal("Number One", loaded[one.Id]!.Open(entry).Name.ToString());
        Assert.Throws<AuthenticationTagMismatchException>(() => loaded[two.Id]!.Open(entry));
    }

    private static async Task<(int, string?)> ProblemOf(Task<ApiAnswer> answer) => ((await answer).Status, (await answer).Problem);

    private async Task RebuildAsync()
    {
        using var daemon = await host.Services.GetRequiredService<IDocumentStore>().BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(PartyProjection.Name, Token);
    }

    private async Task<List<string>> TablesWithAsync(string word)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        var tables = new List<string>();
        await using (var command = database.CreateCommand(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1"))
        await using (var reader = await command.ExecuteReaderAsync(Token))
        {
            while (await reader.ReadAsync(Token))
                tables.Add(reader.GetString(0));
        }

        var holding = new List<string>();
        foreach (var table in tables)
        {
            if (await host.ScalarAsync<bool>($"select exists (select 1 from {table} t where lower(t::text) like '%' || $1 || '%')", word))
                holding.Add(table);
        }

        return holding;
    }

    private sealed record Search(string Name);
}
