using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Seizures;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Seizures;

public sealed class FactTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly RegistryClient _client = host.ClientAs(Role.Investigator);

    [Fact]
    public async Task A_recorded_arm_is_one_row_with_its_line_and_the_sequence_of_its_last_event()
    {
        var item = await _client.ItemAsync(await _client.SeizureAsync(), SeizureCalls.Item("ROW-1"));

        var row = Assert.Single(await RowsAsync("select version, line, year, intake, known_to = 'infinity', seq from registry.item_fact where item_id = '"
            + item.Id + "'"));
        var sequence = Assert.Single(await RowsAsync($"select max(seq_id) from registry.mt_events where stream_id = '{item.Id}'"));

        Assert.Equal($"2|1.7|2020|seized|True|{sequence}", row);
    }

    [Fact]
    public async Task A_change_closes_the_row_at_the_moment_at_which_the_next_one_opens()
    {
        var item = await _client.ItemAsync(await _client.SeizureAsync(), SeizureCalls.Item("ROW-2"));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await _client.ActAsync(item, "origins", SeizureExamples.Origin)).Expect(200);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await _client.ActAsync(item, "legal-bases", SeizureExamples.LegalBasisChange)).Expect(200);

        var rows = await RowsAsync(
            $"""
            select version, line, legal_basis, known_to = lead(known_from, 1, 'infinity') over (order by version)
            from registry.item_fact where item_id = '{item.Id}' order by version
            """);

        Assert.Equal(["2|1.7|criminal|True", "4|1.4|criminal|True", "5|1.4|administrative|True"], rows);
    }

    [Fact]
    public async Task A_rebuild_gives_every_row_again_as_it_was()
    {
        await EveryEventAsync();
        var before = await SnapshotAsync();

        var store = host.Services.GetRequiredService<IDocumentStore>();
        using var daemon = await store.BuildProjectionDaemonAsync();
        foreach (var projection in (string[])["item_facts", "seizure_facts", "seized_arm_identities"])
            await daemon.RebuildProjectionAsync(projection, TestContext.Current.CancellationToken);
        await daemon.RebuildProjectionAsync<FirearmsRegistry.Registry.Seizures.GettingDetails.SeizedItemDetails>(TestContext.Current.CancellationToken);
        await daemon.RebuildProjectionAsync<FirearmsRegistry.Registry.Seizures.GettingDetails.SeizureDetails>(TestContext.Current.CancellationToken);

        Assert.NotEmpty(before);
        Assert.Equal(before, await SnapshotAsync());
    }

    private async Task EveryEventAsync()
    {
        var firearm = (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/firearms", Registry.Firearms.FirearmExamples.Register)).Expect(201);
        var seizure = await _client.SeizureAsync();
        var first = await _client.ItemAsync(seizure, SeizureCalls.Item("REB-1"));
        var erased = await _client.ItemAsync(seizure, SeizureCalls.Item("", "erased"));
        (await _client.ActAsync(erased, "restorations", SeizureExamples.Restoration)).Expect(200);
        (await _client.ActAsync(erased, "duplicates", SeizureExamples.Duplicate with { ItemId = first.Id })).Expect(200);
        (await _client.ActAsync(first, "identifications", SeizureExamples.Identification with { FirearmId = firearm.Id })).Expect(200);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await _client.ActAsync(erased, "duplicates/withdrawals", SeizureExamples.Unlink)).Expect(200);
        var corrected = SeizureCalls.Json(SeizureExamples.CorrectItem);
        corrected["item"]!["marks"]![0]!["serial"] = "REB-2";
        corrected["item"]!["arm"]!["type"] = "revolver";
        (await _client.ActAsync(first, "corrections", corrected)).Expect(200);
        (await _client.ActAsync(first, "origins", SeizureExamples.Origin)).Expect(200);
        (await _client.ActAsync(first, "legal-bases", SeizureExamples.LegalBasisChange)).Expect(200);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var moved = SeizureCalls.Json(SeizureExamples.CorrectSeizure);
        moved["circumstances"]!["locationKind"] = "land_borders";
        (await _client.PostAsync($"/api/v1/seizures/{seizure}/corrections", moved, 1)).Expect(200);
    }

    private async Task<IReadOnlyList<string>> SnapshotAsync()
    {
        var rows = new List<string>();
        foreach (var table in (string[])["item_fact", "seizure_fact", "seized_item_identity", "seized_item_serial"])
            rows.AddRange(await RowsAsync($"select to_jsonb(kept)::text from registry.{table} kept order by 1"));
        foreach (var table in (string[])["mt_doc_seizuredetails", "mt_doc_seizeditemdetails"])
            rows.AddRange(await RowsAsync($"select data::text from registry.{table} order by 1"));
        return rows;
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('|', values));
        }

        return rows;
    }
}
