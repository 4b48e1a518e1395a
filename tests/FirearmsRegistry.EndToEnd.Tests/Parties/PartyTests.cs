using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.Registering;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Parties;

public sealed class PartyTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_registered_party_can_be_read_for_a_reason_and_the_log_says_so()
    {
        var client = host.ClientAs(Role.Registrar);

        var created = (await client.PostAsync("/api/v1/parties", PartyExamples.Register)).Expect(201);
        var read = (await client.GetAsync(created.Location!, RegistryClient.Reason)).Expect(200);

        Assert.Equal("\"2\"", created.ETag);
        Assert.Equal("\"2\"", read.ETag);
        Assert.Null(created.Body!["personalData"]);
        Assert.Equal("María Ejemplo Núñez", read.Body!["personalData"]!["name"]!.GetValue<string>());
        Assert.Equal("LIC-2020-000123", read.Body["authorisations"]![0]!["reference"]!.GetValue<string>());
        Assert.Equal("criminal_investigation/CASE-1", await host.ScalarAsync<string>(
            "select reason || '/' || case_reference from registry.access_log where action = 'read_party' and record_ids = array[$1]", created.Id));
    }

    [Fact]
    public async Task Names_of_parties_are_told_by_their_ids_and_nothing_else_of_them_in_one_entry_of_the_log()
    {
        var registrar = host.ClientAs(Role.Registrar);
        var kept = (await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration("Told One"))).Expect(201);
        var erased = (await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration("Told Two"))).Expect(201);
        (await registrar.PostAsync($"{erased.Location}/erasures", PartyExamples.Erase, erased.Version)).Expect(200);

        var told = (await host.ClientAs(Role.Investigator).SearchAsync(
            "/api/v1/party-names", new { parties = new[] { kept.Id, erased.Id, Guid.CreateVersion7() } })).Expect(200).Body!.AsArray();

        Assert.Equal([(kept.Id, "Told One"), (erased.Id, null)],
            told.Select(party => (party!["id"]!.GetValue<Guid>(), party["name"]?.GetValue<string>())).OrderBy(party => party.Item1));
        Assert.Equal(["id", "kind", "name"], told[0]!.AsObject().Select(member => member.Key).Order());
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.access_log where action = 'read_party_names' and record_ids @> array[$1] and record_ids @> array[$2]", kept.Id, erased.Id));
        foreach (var many in new[] { 0, 201 })
        {
            var refused = (await registrar.SearchAsync("/api/v1/party-names", new { parties = Enumerable.Repeat(kept.Id, many) })).Expect(400);
            Assert.Equal("/parties", refused.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_look_without_a_reason_is_refused_with_the_codes()
    {
        var client = host.ClientAs(Role.Investigator);
        var id = Guid.CreateVersion7();

        ApiAnswer[] answers =
        [
            await client.GetAsync($"/api/v1/parties/{id}"),
            await client.GetAsync($"/api/v1/parties/{id}/history"),
            await client.SearchAsync("/api/v1/party-searches", PartyExamples.Search, reason: null),
            await client.SearchAsync("/api/v1/party-names", PartyExamples.Names, reason: null),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal((400, "query-reason-required"), (answer.Status, answer.Problem));
            Assert.Contains("trace", answer.Body!["codes"]!.AsArray().Select(code => code!.GetValue<string>()));
        });
    }

    [Theory]
    [InlineData("dateOfBirth", "1980-13-01")]
    [InlineData("identityDocument", " blank ")]
    public async Task A_refused_value_is_pointed_at_and_not_repeated(string member, string value)
    {
        var request = PartyRequests.Registration("Pointed At");
        request[member]!["value"] = value;

        var refused = (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", request)).Expect(400);

        Assert.StartsWith("/" + member, refused.Body!["errors"]![0]!["pointer"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(value, refused.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statistician_sees_nobody_and_an_investigator_registers_nobody()
    {
        var statistician = host.ClientAs(Role.Statistician);

        (await statistician.GetAsync($"/api/v1/parties/{Guid.CreateVersion7()}", RegistryClient.Reason)).Expect(403);
        (await statistician.SearchAsync("/api/v1/party-searches", PartyExamples.Search)).Expect(403);
        (await statistician.SearchAsync("/api/v1/party-names", PartyExamples.Names)).Expect(403);
        (await host.ClientAs(Role.Investigator).PostAsync("/api/v1/parties", PartyExamples.Register)).Expect(403);
    }

    [Theory]
    [InlineData("Иван Сергеевич Тургенев", "turgenev ivan")]
    [InlineData("Γεώργιος Παπαδόπουλος", "papadopoulos")]
    [InlineData("Đỗ Thị Hường", "do huong")]
    [InlineData("Jürgen Groß-Schröder", "SCHROEDER jurg")]
    [InlineData("عبد الرحمٰن الأحمد", "الاحمد")]
    [InlineData("王小明", "王小")]
    public async Task A_party_is_found_by_parts_of_its_name_in_any_script(string name, string asked)
    {
        var client = host.ClientAs(Role.ContactPoint);
        var party = (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", PartyRequests.Registration(name))).Expect(201);

        var found = (await client.SearchAsync("/api/v1/party-searches", new JsonObject { ["name"] = asked })).Expect(200);

        Assert.Contains(party.Id, Ids(found));
    }

    [Fact]
    public async Task Whole_words_are_told_from_beginnings_and_every_word_asked_for_must_fit()
    {
        var registrar = host.ClientAs(Role.Registrar);
        var party = (await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration("Quendolin Habersack"))).Expect(201);

        async Task<bool> FoundAsync(string name, string match) => Ids((await registrar.SearchAsync(
            "/api/v1/party-searches", new JsonObject { ["name"] = name, ["match"] = match })).Expect(200)).Contains(party.Id);

        Assert.True(await FoundAsync("quend", "prefix"));
        Assert.False(await FoundAsync("quend", "word"));
        Assert.True(await FoundAsync("habersack", "word"));
        Assert.False(await FoundAsync("quendolin miller", "prefix"));
    }

    [Fact]
    public async Task A_search_is_paged_and_logged_by_name_without_the_name()
    {
        var registrar = host.ClientAs(Role.Registrar);
        var made = new List<Guid>();
        for (var number = 0; number < 5; number++)
            made.Add((await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration($"Pagewise Number{number}"))).Expect(201).Id);

        var seen = new List<Guid>();
        string? next = null;
        do
        {
            var page = (await registrar.SearchAsync("/api/v1/party-searches?limit=2" + (next is null ? "" : "&after=" + next),
                new JsonObject { ["name"] = "pagewise" })).Expect(200);
            seen.AddRange(Ids(page));
            next = page.Body!["next"]?.GetValue<string>();
        }
        while (next is not null);

        Assert.Equal(made.Order(), seen);
        Assert.Equal("""{"by": "name"}""", await host.ScalarAsync<string>(
            "select criteria::text from registry.access_log where action = 'search_parties' and $1 = any(record_ids)", made[0]));
    }

    [Fact]
    public async Task Of_two_racing_corrections_one_is_made_and_the_other_sees_that_the_record_moved_on()
    {
        var client = host.ClientAs(Role.Registrar);
        var party = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Race Course"))).Expect(201);

        var answers = await Task.WhenAll(new[] { "Race Horse", "Race Car" }.Select(name =>
            client.PostAsync($"{party.Location}/corrections", PartyRequests.Correction(name), party.Version)));

        Assert.Equal([200, 412], answers.Select(answer => answer.Status).Order());
        Assert.Equal((428, "if-match-required"), await ProblemOf(client.PostAsync($"{party.Location}/corrections", PartyRequests.Correction("None"))));
    }

    [Fact]
    public async Task The_history_shows_values_to_those_who_may_read_them_and_the_kind_of_change_to_an_auditor()
    {
        var registrar = host.ClientAs(Role.Registrar);
        var party = (await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration("Historia Prima"))).Expect(201);
        (await registrar.PostAsync($"{party.Location}/corrections", PartyRequests.Correction("Historia Secunda"), party.Version)).Expect(200);

        var open = (await registrar.GetAsync($"{party.Location}/history", RegistryClient.Reason)).Expect(200);
        var audit = (await host.ClientAs(Role.Auditor).GetAsync($"{party.Location}/history", "audit; case=\"A-1\"")).Expect(200);

        Assert.Equal(["party_registered", "authorisation_recorded", "party_corrected"], Whats(open));
        Assert.Equal("Historia Prima", open.Body!["items"]![2]!["before"]!["name"]!.GetValue<string>());
        Assert.Equal("Historia Secunda", open.Body["items"]![2]!["after"]!["name"]!.GetValue<string>());
        Assert.Equal(Whats(open), Whats(audit));
        Assert.All(open.Body["items"]!.AsArray().Concat(audit.Body!["items"]!.AsArray()),
            line => Assert.Equal("demo-registrar", line!["recordedByName"]!.GetValue<string>()));
        Assert.Contains("name", audit.Body["items"]![2]!["changed"]!.AsArray().Select(member => member!.GetValue<string>()));
        Assert.DoesNotContain("Historia", audit.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_something_else_is_missing_on_every_page()
    {
        var registrar = host.ClientAs(Role.Registrar);
        var firearm = (await registrar.PostAsync("/api/v1/firearms", FirearmExamples.Register)).Expect(201);

        foreach (var id in new[] { firearm.Id, Guid.CreateVersion7() })
        {
            (await registrar.GetAsync($"/api/v1/parties/{id}/history", RegistryClient.Reason)).Expect(404);
            (await registrar.GetAsync($"/api/v1/parties/{id}/history?after=MQ", RegistryClient.Reason)).Expect(404);
        }
    }

    [Fact]
    public async Task As_known_at_shows_the_entry_before_its_correction()
    {
        var client = host.ClientAs(Role.Registrar);
        var party = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Before Correction"))).Expect(201);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var between = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        (await client.PostAsync($"{party.Location}/corrections", PartyRequests.Correction("After Correction"), party.Version)).Expect(200);

        var then = (await client.GetAsync($"{party.Location}?asKnownAt={between.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}", RegistryClient.Reason)).Expect(200);

        Assert.Equal("Before Correction", then.Body!["personalData"]!["name"]!.GetValue<string>());
        Assert.Equal(party.Version, then.Version);
    }

    [Fact]
    public async Task An_authorisation_is_recorded_and_taken_back()
    {
        var client = host.ClientAs(Role.Registrar);
        var party = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Licence Holder"))).Expect(201);

        var recorded = (await client.PostAsync($"{party.Location}/authorisations", PartyExamples.Authorisation, party.Version)).Expect(201);
        (await client.PostAsync($"{recorded.Location}/revocations", PartyExamples.Revocation, recorded.Version)).Expect(200);
        var twice = await client.PostAsync($"{recorded.Location}/revocations", PartyExamples.Revocation, recorded.Version + 1);

        Assert.Equal((409, "authorisation-already-revoked"), (twice.Status, twice.Problem));
        Assert.Equal(new DateOnly(2023, 6, 1), await host.ScalarAsync<DateOnly>(
            "select revoked_on from registry.party_authorisation where party_id = $1 and revoked_on is not null", party.Id));
    }

    [Fact]
    public async Task An_id_that_is_taken_is_refused_and_the_first_party_keeps_its_key()
    {
        var client = host.ClientAs(Role.Registrar);
        var request = PartyRequests.Registration("Taken Id");
        request["id"] = Guid.CreateVersion7().ToString();
        var first = (await client.PostAsync("/api/v1/parties", request)).Expect(201);

        Assert.Equal((409, "id-taken"), await ProblemOf(client.PostAsync("/api/v1/parties", request)));
        (await client.PostAsync($"{first.Location}/corrections", PartyRequests.Correction("Still Open"), first.Version)).Expect(200);
    }

    [Fact]
    public async Task Parties_that_nobody_registered_are_missing()
    {
        var party = (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", PartyRequests.Registration("Is There"))).Expect(201);
        var nobody = Guid.CreateVersion7();
        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();

        Assert.Equal([nobody], await PartyReferences.MissingAsync(session, [party.Id, nobody, nobody], Token));
        Assert.Empty(await PartyReferences.MissingAsync(session, [], Token));
    }

    [Fact]
    public async Task Many_parties_land_in_one_unit_of_work()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<RegisterPartyHandler>();
        var session = scope.ServiceProvider.GetRequiredService<IDocumentSession>();
        var data = new PersonalData(PartyExamples.Register.Name, null, null, null, PartyExamples.Register.DateOfBirth,
            PartyExamples.Register.IdentityDocument, PartyExamples.Register.Address, PartyExamples.Register.Country);
        var now = host.Time.GetUtcNow();
        var ids = Enumerable.Range(0, 300).Select(_ => Guid.CreateVersion7(now)).ToList();

        var queued = handler.Queue(ids.Select(id => new RegisterParty(id, PartyKind.Person, PartyCategory.Private, data, [])), now);
        await session.SaveChangesAsync(Token);

        Assert.Equal(300, queued.Value);
        Assert.Empty(await PartyReferences.MissingAsync(session, ids, Token));
    }

    private static async Task<(int, string?)> ProblemOf(Task<ApiAnswer> answer) => ((await answer).Status, (await answer).Problem);

    private static List<Guid> Ids(ApiAnswer page) => [.. page.Body!["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>())];

    private static List<string> Whats(ApiAnswer page) => [.. page.Body!["items"]!.AsArray().Select(item => item!["what"]!.GetValue<string>())];
}
