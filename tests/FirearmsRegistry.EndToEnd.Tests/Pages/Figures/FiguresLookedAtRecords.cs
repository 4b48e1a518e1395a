using System.Net.Http.Headers;
using FirearmsRegistry.EndToEnd.Tests.Figures;
using FirearmsRegistry.EndToEnd.Tests.Parties;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Figures;

/// <summary>What the statistician's pages show: Spain 2020 as published, and a small year that is known otherwise since.</summary>
/// <param name="Published">The vintage that is published.</param>
/// <param name="Earlier">A draft of 2018 as first known.</param>
/// <param name="Later">One as known now.</param>
/// <param name="UnodcFile">UNODC's file, of which rows contradict each other.</param>
/// <param name="Count">A count that was taken over by itself.</param>
internal sealed record FiguresLookedAtRecords(Guid Published, Guid Earlier, Guid Later, Guid UnodcFile, Guid Count)
{
    /// <summary>A row of that file that contradicts the next one.</summary>
    public const int ContestedLine = 3;

    /// <summary>Of a year that nothing else is of: what is imported is checked with the year.</summary>
    private const string UnodcText =
        """
        Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source
        ESP,Spain,Europe,Southern Europe,Arms seized,by location,Uniquely identifiable - tracing procedure pending,na,na,2014,Counts,40,IAFQ
        ESP,Spain,Europe,Southern Europe,Arms seized,by type,pistol,na,na,2014,Counts,3,IAFQ
        ESP,Spain,Europe,Southern Europe,Arms seized,by type,pistol,na,na,2014,Counts,20,IAFQ

        """;

    private static readonly DateTimeOffset Revised = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Records that nobody made.</summary>
    public static FiguresLookedAtRecords None { get; } = new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    public static async Task<FiguresLookedAtRecords> MakeAsync(PagesHost host)
    {
        await host.MakeKeyAsync();
        await SpainAsync(host);
        await FactRows.WriteAsync(host.ConnectionString, OfSmallYear());
        var (path, version, published) = await host.ReviewedAsync("ESP-2020-1", 2020);
        (await host.PublishAsync(path, version)).Expect(200);
        var earlier = await host.DraftAsync("ESP-2018-1", 2018, Revised.AddDays(-1));
        var later = await host.DraftAsync("ESP-2018-2", 2018);
        var unodc = await UnodcFileAsync(host);
        // The newest file is the one that the page of regions begins with.
        await ImportAsync(host, "National returns", await File.ReadAllBytesAsync(RepositoryRoot.Below("tests", "fixtures", "iafq", "tracing-counts.csv")));
        var count = (await host.Statistician.PostAsync("/api/v1/imported-counts",
            """
            {"year":2006,"indicator":"persons_convicted","dimension":"total","category":"total","sex":"male","value":{"is":"known","value":12},"source":"Ministry of Justice, return 2006"}
            """)).Expect(201);
        return new FiguresLookedAtRecords(published, earlier.Id, later.Id, unodc, count.Id);
    }

    /// <summary>UNODC's file, and its id.</summary>
    public static Task<Guid> UnodcFileAsync(PagesHost host) => ImportAsync(host, "UNODC data portal", System.Text.Encoding.UTF8.GetBytes(UnodcText));

    /// <summary>Takes over a file, once for all classes that share the database.</summary>
    private static async Task<Guid> ImportAsync(PagesHost host, string source, byte[] file)
    {
        var answer = await host.Statistician.SendAsync(HttpMethod.Post, $"/api/v1/count-files?source={Uri.EscapeDataString(source)}", null, request =>
        {
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
            request.Content = new ByteArrayContent(file);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        });
        return answer.Status == 409 ? answer.Body!["countId"]!.GetValue<Guid>() : answer.Expect(201).Id;
    }

    /// <summary>Spain's cases of 2020, once for all classes that share the database.</summary>
    public static async Task SpainAsync(PagesHost host)
    {
        if (await host.ScalarAsync<long>("select count(*) from registry.item_fact where year = 2020") < 7782)
            await FactRows.WriteAsync(host.ConnectionString, Spain2020.Rows());
    }

    /// <summary>Twenty arms, of which one has no outcome yet and two were traced after the first vintage.</summary>
    private static IEnumerable<FactRows> OfSmallYear() =>
    [
        .. Enumerable.Repeat(new FactRows(2018), 12),
        .. Enumerable.Repeat(new FactRows(2018) { Line = "1.2", Type = "rifle" }, 5),
        .. Enumerable.Repeat(new FactRows(2018) { Line = "1.5", To = Revised }, 2),
        .. Enumerable.Repeat(new FactRows(2018) { Line = "1.2", From = Revised }, 2),
        new FactRows(2018) { Line = null },
    ];
}
