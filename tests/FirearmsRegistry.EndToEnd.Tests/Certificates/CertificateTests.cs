using System.Net;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Rebuilding;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Certificates;

public sealed class CertificateTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly RegistryClient _registrar = host.ClientAs(Role.Registrar);

    [Fact]
    public async Task A_certificate_is_valid_until_a_later_one_takes_its_place_or_it_is_revoked()
    {
        var firearm = await _registrar.RegisteredAndVerifiedAsync("CERT-1");
        var first = await IssuedAsync(firearm.Id);
        var valid = await VerifiedAsync(first.Id.ToString("N"));
        var second = await IssuedAsync(firearm.Id);
        var superseded = await VerifiedAsync(first.Id.ToString("N"));
        (await _registrar.PostAsync($"{second.Location}/revocations", new JsonObject { ["reason"] = "The paper was stolen." }, second.Version)).Expect(200);
        var revoked = await VerifiedAsync(second.Id.ToString("N"));
        var list = (await _registrar.GetAsync($"/api/v1/firearms/{firearm.Id}/certificates")).Expect(200).Body!["items"]!.AsArray();

        Assert.Contains("<h1>Valid</h1>", valid, StringComparison.Ordinal);
        Assert.Contains("<p lang=\"ar\" dir=\"rtl\">صالح</p>", valid, StringComparison.Ordinal);
        Assert.Contains("<h1>Superseded</h1>", superseded, StringComparison.Ordinal);
        Assert.Contains("<h1>Not valid</h1>", revoked, StringComparison.Ordinal);
        Assert.Equal(["revoked", "superseded"], list.Select(one => one!["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_unknown_or_no_id_at_all_is_answered_as_what_was_revoked()
    {
        var firearm = await _registrar.RegisteredAndVerifiedAsync("CERT-2");
        var issued = await IssuedAsync(firearm.Id);
        (await _registrar.PostAsync($"{issued.Location}/revocations", new JsonObject { ["reason"] = "Issued by mistake." }, issued.Version)).Expect(200);

        var revoked = await VerifiedAsync(issued.Id.ToString("N"));

        Assert.Equal(revoked, await VerifiedAsync(Guid.CreateVersion7().ToString("N")));
        Assert.Equal(revoked, await VerifiedAsync("../../etc/passwd"));
        Assert.Equal(revoked, await VerifiedAsync(firearm.Id.ToString("N")));
    }

    [Fact]
    public async Task The_paper_of_a_stolen_arm_is_not_valid_and_a_new_one_is_refused()
    {
        var firearm = await _registrar.RegisteredAndVerifiedAsync("CERT-3");
        var issued = await IssuedAsync(firearm.Id);
        (await _registrar.PostAsync($"/api/v1/firearms/{firearm.Id}/losses", new JsonObject
        {
            ["kind"] = "stolen",
            ["occurredOn"] = new JsonObject { ["is"] = "known", ["value"] = "2021-02-02" },
            ["reportedOn"] = "2021-02-03",
            ["report"] = "Police 7",
        }, firearm.Version)).Expect(201);

        var verified = await VerifiedAsync(issued.Id.ToString("N"));
        var refused = await _registrar.PostAsync($"/api/v1/firearms/{firearm.Id}/certificates", new JsonObject());

        Assert.Contains("<h1>Not valid</h1>", verified, StringComparison.Ordinal);
        Assert.Equal((409, "firearm-lost"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task The_page_to_print_names_the_arm_and_its_marks_and_no_person()
    {
        var firearm = await _registrar.RegisteredAndVerifiedAsync("CERT-4");
        var issued = await IssuedAsync(firearm.Id);

        using var answer = await _registrar.Http.GetAsync(issued.Location, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("EXAMPLE ARMS SPAIN CERT-4", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains($"verify-certificate/{issued.Id:N}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("holder", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_two_that_are_issued_at_once_one_supersedes_the_other()
    {
        var firearm = await _registrar.RegisteredAndVerifiedAsync("CERT-5");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => IssuedAsync(firearm.Id)));
        var list = (await _registrar.GetAsync($"/api/v1/firearms/{firearm.Id}/certificates")).Expect(200).Body!["items"]!.AsArray();

        Assert.Equal(1, list.Count(one => one!["state"]!.GetValue<string>() == "in_force"));
    }

    [Fact]
    public async Task Certificates_can_be_made_again_from_the_events()
    {
        var firearm = await _registrar.RegisteredAndVerifiedAsync("CERT-6");
        await IssuedAsync(firearm.Id);
        await IssuedAsync(firearm.Id);
        var before = await ReadModels.DigestAsync(host);

        await ReadModels.RebuildAsync(host);

        await ReadModels.AssertAsync(host, before);
    }

    private async Task<ApiAnswer> IssuedAsync(Guid firearm) =>
        (await _registrar.PostAsync($"/api/v1/firearms/{firearm}/certificates", new JsonObject())).Expect(201);

    private async Task<string> VerifiedAsync(string id)
    {
        using var anybody = host.Anonymous();
        using var answer = await anybody.GetAsync($"/verify-certificate/{Uri.EscapeDataString(id)}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
