using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using FirearmsRegistry.Registry.TraceRequests.Sweeping;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

/// <summary>Arms in the register, the same arms seized, and requests to trace them.</summary>
internal static class TraceScenario
{
    public const string Requests = "/api/v1/trace-requests";

    private static readonly PartialDate Made = PartialDate.Parse("2010-05-01").GetOrThrow();

    private static readonly PartialDate Seized = PartialDate.Parse("2020-06-15").GetOrThrow();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A registered arm with this serial, and further events of it.</summary>
    public static async Task<Guid> RegisterAsync(this RegistryHost host, string serial, Known<Guid> holder, params object[] later)
    {
        var id = Guid.CreateVersion7();
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var mark = FirearmExamples.Mark.ToNewMark(TimeProvider.System.GetUtcNow()).Mark with
        {
            Serial = MarkText.Parse(serial).GetOrThrow(),
            Text = MarkText.Parse($"EXAMPLE ARMS SPAIN {serial}").GetOrThrow(),
        };
        session.Events.StartStream<Firearm>(id,
        [
            new FirearmRegistered(FirearmOrigin.Manufactured, FirearmExamples.Register.Description, holder, Made),
            new MarkApplied(Guid.CreateVersion7(), mark, Made, []),
            .. later,
        ]);
        await session.SaveChangesAsync(Cancellation);
        return id;
    }

    /// <summary>A seized arm on which this serial was read.</summary>
    public static async Task<Guid> SeizeAsync(this RegistryHost host, string serial, Known<Guid> possessor, string? seizedOn = null)
    {
        var id = Guid.CreateVersion7();
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        StartItem(session, id, serial, possessor, seizedOn: seizedOn);
        await session.SaveChangesAsync(Cancellation);
        return id;
    }

    /// <summary>A seized arm on whose worn number this was read, in the notation of marks as read.</summary>
    public static async Task<Guid> SeizeWornAsync(this RegistryHost host, string notation, string? seizedOn = null)
    {
        var id = Guid.CreateVersion7();
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        StartItem(session, id, notation, Known<Guid>.None, MarkReading.Parse(notation).GetOrThrow(), seizedOn);
        await session.SaveChangesAsync(Cancellation);
        return id;
    }

    /// <summary>As many registered and seized arms; the items' ids.</summary>
    public static async Task<IReadOnlyList<Guid>> SeizeManyAsync(this RegistryHost host, string prefix, int count)
    {
        var items = new List<Guid>();
        for (var number = 0; number < count; number++)
        {
            var serial = $"{prefix}{number:D4}";
            await host.RegisterAsync(serial, Known<Guid>.Unknown);
            items.Add(await host.SeizeAsync(serial, Known<Guid>.None));
        }

        return items;
    }

    /// <summary>A complete request for an item.</summary>
    public static JsonNode Request(Guid item, TracePriority priority = TracePriority.Routine)
    {
        var request = JsonSerializer.SerializeToNode(TraceRequestExamples.Request, RegistryJson.Options)!;
        request["seizedItemId"] = item;
        if (priority == TracePriority.Urgent)
        {
            request["priority"] = "urgent";
            request["urgencyJustification"] = "A suspect is in custody until tomorrow.";
        }

        return request;
    }

    public static async Task<Guid> AskAsync(this RegistryHost host, Guid item) =>
        (await host.ClientAs(Role.Investigator).PostAsync(Requests, Request(item))).Expect(201).Id;

    public static Task SearchAsync(this RegistryHost host, Guid request) => host.Services.CreateScope().ServiceProvider
        .GetRequiredService<TraceSearchJob>().RunAsync(request, Cancellation);

    public static Task SweepAsync(this RegistryHost host) => host.Services.CreateScope().ServiceProvider
        .GetRequiredService<TraceSweepJob>().RunAsync(Cancellation);

    /// <summary>How many streams have exactly this many events of a type.</summary>
    public static async Task<long> StreamsWithAsync(this RegistryHost host, string eventType, int times)
    {
        await using var command = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select count(*) from (select stream_id from registry.mt_events where type = $1 group by stream_id having count(*) = $2) streams");
        command.Parameters.AddWithValue(eventType);
        command.Parameters.AddWithValue((long)times);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Waits until at least as many traces are closed.</summary>
    public static async Task UntilClosedAsync(this RegistryHost host, long count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(50));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        do
        {
            if (await host.StreamsWithAsync("trace_closed", 1) >= count)
                return;
        }
        while (await look.WaitForNextTickAsync(patience.Token));
    }

    public static FirearmTransferred Transfer(TransferKind kind, Known<Guid> to, string? country = null) => new(
        Guid.CreateVersion7(), kind, Known<Guid>.Unknown, to, ShortText.Parse("LIC-1").GetOrThrow(),
        country is null ? null : CountryCode.Parse(country).GetOrThrow(), PartialDate.Parse("2015-02-03").GetOrThrow());

    private static void StartItem(IDocumentSession session, Guid id, string serial, Known<Guid> possessor, MarkReading? notation = null, string? seizedOn = null)
    {
        var description = FirearmExamples.Register.Description;
        var entry = new SeizedItemEntry(ItemKind.Firearm, Intake.Seized, 1, description.Maker, description.ManufactureCountry, description.Model,
            description.Calibre, description.YearOfManufacture,
            [
                new MarkAsRead(MarkKind.Manufacture, MarkText.Parse($"SPAIN {serial}").GetOrThrow(), ComponentKind.Frame, ReadingCertainty.Certain,
                    MarkText.Parse(serial).GetOrThrow(), notation),
            ],
            [], possessor, new SeizedArm(ArmType.Pistol, ArmCondition.IndustriallyManufactured, MarkingState.UniquelyMarked, false));
        var circumstances = new ItemCircumstances(seizedOn is null ? Seized : PartialDate.Parse(seizedOn).GetOrThrow(), LegalBasis.Criminal, LegalJustification.Possession, LocationKind.NationalTerritory, []);
        session.Events.StartStream<SeizedItem>(id,
            new SeizedItemRecorded(Guid.CreateVersion7(), entry, circumstances), OutcomeDecider.Begin(entry)!);
    }
}
