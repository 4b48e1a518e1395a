using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.BorrowingNumbers;
using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.Marking;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.Ordering;

/// <summary>Orders a mark at the station, without a network, with a number that was lent to it.</summary>
internal sealed class LocalOrder(StationSettings settings, LentNumberStock numbers, SigningLog log, JobStock stock, StationClock clock)
{
    // The longest time for which the registry lets a station keep a job.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>Orders.</summary>
    /// <param name="firearm">The firearm's id at the registry.</param>
    /// <param name="template">The body of <c>POST /marking-jobs</c> with <c>mark</c>, <c>layout</c> and <c>payload</c>.</param>
    /// <exception cref="StationException">There is no number left, or the template is not right.</exception>
    public StationJob Order(Guid firearm, JsonObject template)
    {
        if (numbers.Unused() is not [var (text, _), ..])
            throw new StationException("No lent number is left: 'registry-station borrow-numbers', with a network.");
        var number = NationalNumber.Parse(text).GetOrThrow();
        if (template["layout"]?.GetValueKind() != JsonValueKind.String || template["mark"] is not JsonObject)
            throw new StationException("The template must have mark and layout, as the body of POST /marking-jobs has.");
        var id = Guid.CreateVersion7(clock.Now);
        var order = template.DeepClone().AsObject();
        order.Remove("seriesId");
        order["id"] = id;
        order["firearmId"] = firearm;
        order["stationId"] = settings.StationId;
        order["number"] = text;
        var until = clock.Now + Longest;
        var mark = JsonSerializer.SerializeToElement(template["mark"]);
        var job = new StationJob(id, 0, "sent", template["layout"]!.GetValue<string>(), number.Printed, PayloadOf(template, number), until,
            StationJob.SizeOf(mark, "heightMm"), StationJob.SizeOf(mark, "depthMm"));
        log.Append(
            new LogLine(StationAct.Ordered, id, order),
            new LogLine(StationAct.Claimed, id, RegistryJobs.ClaimOf(settings.StationId, until)));
        stock.Keep(job);
        return job;
    }

    private string? PayloadOf(JsonObject template, NationalNumber number) => template["payload"]?.GetValue<string>() switch
    {
        null or "none" => null,
        "bare_number" => Hex(new NumberPayload(number).Text),
        "national" when settings.Ncage is { } code => Hex(NationalPayload.Of(Ncage.Parse(code).GetOrThrow(), number).Text),
        "national" => throw new StationException("The settings name no ncage for a payload of kind national."),
        var other => throw new StationException($"The payload {other} is not known here."),
    };

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.Latin1.GetBytes(text));
}
