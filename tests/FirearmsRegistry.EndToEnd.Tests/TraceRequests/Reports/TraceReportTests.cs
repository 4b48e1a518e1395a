using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Rebuilding;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.Reports.ReportScenario;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests.Reports;

public sealed class TraceReportTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Theory]
    [InlineData("en", "ltr", "Firearm trace report", "15 June 2020")]
    [InlineData("fr", "ltr", "Rapport de traçage", "15 juin 2020")]
    [InlineData("es", "ltr", "Informe de localización", "15 de junio de 2020")]
    [InlineData("ar", "rtl", "تقرير تعقب سلاح ناري", "15 حزيران/يونيه 2020")]
    [InlineData("ru", "ltr", "Отчет об отслеживании", "15 июня 2020 г.")]
    [InlineData("zh", "ltr", "枪支追查报告", "2020年6月15日")]
    public async Task A_report_tells_the_whole_trace_in_its_language_and_direction(string language, string direction, string title, string seized)
    {
        var (dealer, buyer) = (await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync("Ana Ejemplo", "private"));
        var request = await host.TracedAsync($"REP-{language}-1", dealer, buyer);
        var issued = (await host.IssueAsync(request, language)).Expect(201);

        var page = await PageAsync(issued.Location!);

        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", page, StringComparison.Ordinal);
        Assert.All([title, seized, $"<bdi dir=\"ltr\" class=\"mark\">EXAMPLE ARMS SPAIN REP-{language}-1</bdi>",
            $"<bdi dir=\"ltr\" class=\"mark\">SPAIN REP-{language}-1</bdi>",
            "LIC-1", "LIC-2", "LIC-3", "REP-16/7", Dealer, "Ana Ejemplo", dealer.ToString(), buyer.ToString(), "Provincial police, arms unit",
            "CASE-2020-117", "demo-investigator", "For the public prosecutor.", $"verify-report/{issued.Id:N}", "366", "<svg", "1.2"],
            fact => Assert.Contains(fact, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_stays_as_it_was_issued_and_is_superseded_by_the_next_one()
    {
        var (dealer, buyer) = (await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync("Ana Ejemplo", "private"));
        var request = await host.TracedAsync("REP-2", dealer, buyer);
        var first = (await host.IssueAsync(request, "en")).Expect(201);
        var valid = await VerifiedAsync(first.Id);
        var details = (await host.ClientAs(Role.Investigator).GetAsync($"{Requests}/{request}")).Expect(200);
        (await host.ClientAs(Role.Investigator).PostAsync($"{Requests}/{request}/establishments",
            FirearmsRegistry.Registry.TraceRequests.TraceRequestExamples.Establishment, details.Version)).Expect(200);

        var second = (await host.IssueAsync(request, "fr", Role.ContactPoint)).Expect(201);
        var (before, after) = (await PageAsync(first.Location!), await PageAsync(second.Location!));
        var list = (await host.ClientAs(Role.Auditor).GetAsync($"{Requests}/{request}/reports")).Expect(200).Body!["items"]!.AsArray();

        Assert.Contains("<h1>Valid</h1>", valid, StringComparison.Ordinal);
        Assert.Contains("<h1>Superseded</h1>", await VerifiedAsync(first.Id), StringComparison.Ordinal);
        Assert.Contains("<h1>Valid</h1>", await VerifiedAsync(second.Id), StringComparison.Ordinal);
        Assert.Contains("<h1>Not valid</h1>", await VerifiedAsync(request), StringComparison.Ordinal);
        Assert.Contains("A later report of the same trace", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Origin established", before, StringComparison.Ordinal);
        Assert.Contains("Origine établie", after, StringComparison.Ordinal);
        Assert.Equal([second.Id, first.Id], list.Select(one => one!["id"]!.GetValue<Guid>()));
        Assert.Equal(second.Id, list[1]!["supersededBy"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task Of_reports_that_are_issued_at_once_one_stays_in_force()
    {
        var (dealer, buyer) = (await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync("Ana Ejemplo", "private"));
        var request = await host.TracedAsync("REP-3", dealer, buyer);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await host.IssueAsync(request, "en")).Expect(201)));

        var list = (await host.ClientAs(Role.Auditor).GetAsync($"{Requests}/{request}/reports?limit=3")).Expect(200).Body!;
        var rest = (await host.ClientAs(Role.Auditor).GetAsync($"{Requests}/{request}/reports?after={list["next"]}")).Expect(200).Body!;
        var all = list["items"]!.AsArray().Concat(rest["items"]!.AsArray()).ToList();
        Assert.Equal(4, all.Count);
        Assert.Equal(1, all.Count(one => one!["supersededBy"] is null));
    }

    [Fact]
    public async Task An_auditor_sees_no_names_and_every_look_is_in_the_access_log()
    {
        var (dealer, buyer) = (await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync("Berta Ejemplo", "private"));
        var request = await host.TracedAsync("REP-4", dealer, buyer);
        var issued = (await host.IssueAsync(request, "en")).Expect(201);

        var page = await PageAsync(issued.Location!, Role.Auditor);
        var without = await host.ReadAsync(issued.Location!, reason: null);

        Assert.DoesNotContain("Berta", page, StringComparison.Ordinal);
        Assert.Contains(buyer.ToString(), page, StringComparison.Ordinal);
        Assert.Equal(400, without.Status);
        Assert.Contains("query-reason-required", Encoding.UTF8.GetString(without.Body), StringComparison.Ordinal);
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.access_log where action = 'read_trace_report' and criteria->>'reportId' = $1 and $2 = any(record_ids) and case_reference = 'CASE-1'",
            issued.Id.ToString(), buyer));
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.access_log where action = 'issue_trace_report' and criteria->>'reportId' = $1", issued.Id.ToString()));
    }

    [Fact]
    public async Task A_name_is_shown_as_it_was_known_at_the_issue_and_not_at_all_after_an_erasure()
    {
        var (dealer, buyer) = (await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync("Carla Ejemplo", "private"));
        var request = await host.TracedAsync("REP-5", dealer, buyer);
        var issued = (await host.IssueAsync(request, "en")).Expect(201);
        Assert.Contains("Carla Ejemplo", await PageAsync(issued.Location!), StringComparison.Ordinal);

        (await host.ClientAs(Role.Registrar).PostAsync($"/api/v1/parties/{buyer}/erasures",
            new JsonObject { ["legalBasis"] = "Order 7", ["reason"] = "Ordered by the authority." }, 2)).Expect(200);

        var page = await PageAsync(issued.Location!);
        Assert.DoesNotContain("Carla", page, StringComparison.Ordinal);
        Assert.Contains("personal data lawfully erased", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_is_no_report_and_bears_no_code()
    {
        var request = await host.AskAsync(await host.SeizeAsync("REP-6", Known<Guid>.None));

        var preview = await PageAsync($"{Requests}/{request}/report?language=en");
        var refused = await host.IssueAsync(request, "en");
        var language = await host.ReadAsync($"{Requests}/{request}/report?language=de");
        var format = await host.ReadAsync($"{Requests}/{request}/report?format=docx");

        Assert.Contains("Preview. Not an issued report", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", preview, StringComparison.Ordinal);
        Assert.Equal((409, "trace-not-searched"), (refused.Status, refused.Problem));
        Assert.Equal((400, 400), (language.Status, format.Status));
    }

    [Fact]
    public async Task Reports_and_passages_can_be_made_again_from_the_events()
    {
        var (dealer, buyer) = (await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync("Ana Ejemplo", "private"));
        var request = await host.TracedAsync("REP-7", dealer, buyer);
        await host.IssueAsync(request, "zh");
        await host.IssueAsync(request, "ar");
        var before = await ReadModels.DigestAsync(host);

        await ReadModels.RebuildAsync(host);

        await ReadModels.AssertAsync(host, before);
    }

    private async Task<string> PageAsync(string path, Role role = Role.Investigator)
    {
        var (status, mediaType, body) = await host.ReadAsync(path, role);
        Assert.Equal((200, "text/html"), (status, mediaType));
        return Encoding.UTF8.GetString(body);
    }

    private async Task<string> VerifiedAsync(Guid id)
    {
        using var anybody = host.Anonymous();
        return await anybody.GetStringAsync(new Uri($"/verify-report/{id:N}", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
