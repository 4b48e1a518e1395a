using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Requesting;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.TraceRequests;

/// <summary>An item, its request and what the register holds, made by the real decisions and folds.</summary>
internal static class TraceCase
{
    public static readonly Guid Holder = Guid.Parse("019342f0-0000-7000-8000-0000000000aa");

    public static readonly Guid Arm = Guid.Parse("019342f0-0000-7000-8000-0000000000bb");

    public static readonly DateTimeOffset DueAt = new(2020, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly PartialDate IntakeOn = On("2020-06-15");

    private static readonly Guid RequestId = Guid.Parse("019342f0-0000-7000-8000-0000000000cc");

    public static PartialDate On(string date) => PartialDate.Parse(date).GetOrThrow();

    public static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();

    public static Note Long(string text) => Note.Parse(text).GetOrThrow();

    public static SeizedItem Item(
        Known<Guid>? possessor = null, MarkingState marking = MarkingState.UniquelyMarked,
        ArmCondition condition = ArmCondition.IndustriallyManufactured, Intake intake = Indicators.Items.Intake.Seized,
        string? serial = "AB12345", int? year = null, Guid? registered = null, MarkKind kind = MarkKind.Manufacture,
        ReadingCertainty certainty = ReadingCertainty.Certain)
    {
        var marks = serial is null
            ? Array.Empty<MarkAsRead>()
            : [new MarkAsRead(kind, MarkText.Parse(serial).GetOrThrow(), ComponentKind.Frame, certainty, MarkText.Parse(serial).GetOrThrow())];
        var entry = new SeizedItemEntry(ItemKind.Firearm, intake, 1, Known.Of(Short("Example Arms")), Known.Of(CountryCode.Parse("ESP").GetOrThrow()),
            Known<ShortText>.Unknown, Known<ShortText>.Unknown, year is { } made ? Known.Of(made) : Known<int>.Unknown, marks, [],
            possessor ?? Known<Guid>.Unknown, new SeizedArm(ArmType.Pistol, condition, marking, false), null, registered);
        var item = new SeizedItem();
        item.Apply(new SeizedItemRecorded(Guid.CreateVersion7(), entry,
            new ItemCircumstances(IntakeOn, LegalBasis.Criminal, LegalJustification.Possession, LocationKind.NationalTerritory, [])));
        item.Apply(OutcomeDecider.Begin(entry)!);
        return item;
    }

    public static RequestTrace Command() => new(RequestId, Guid.CreateVersion7(), TracePriority.Routine, null, IllicitGround.NationalLaw,
        Long("Possession without a licence."), Known<Note>.Unknown, null, Long("Criminal proceedings."), Short("Provincial police"), null);

    /// <summary>A request as filed for the item, both folded.</summary>
    public static TraceRequest Filed(SeizedItem item) =>
        Fold(new TraceRequest { Id = RequestId }, item, RequestTrace.Decide(Command(), item, null).Value);

    /// <summary>Searches, and folds what followed.</summary>
    public static TraceDecision Search(
        TraceRequest request, SeizedItem item, IReadOnlyList<RegisterEntry> entries, HolderStanding? standing = null,
        ArmIdentification? identified = null, IReadOnlyList<SeizedItem>? reports = null)
    {
        identified ??= entries.Count == 0
            ? new ArmIdentification(IdentificationBasis.NothingFits, 0, null)
            : new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm);
        var chain = SearchTrace.ChainOf(item, new SearchFindings(identified, entries, ArmKeys.Of(item), []));
        var decision = SearchTrace.Decide(request, item, identified, chain, standing ?? HolderStanding.Unknown, reports ?? [], DueAt);
        Fold(request, item, decision);
        return decision;
    }

    public static TraceRequest Fold(TraceRequest request, SeizedItem item, TraceDecision decision)
    {
        foreach (var happened in decision.OfRequest)
        {
            if (happened is TraceRequested requested)
                request.Apply(new Event<TraceRequested>(requested));
            else
                Apply(request, happened);
        }

        foreach (var happened in decision.OfItem)
            Apply(item, happened);
        return request;
    }

    private static void Apply(object state, object happened) =>
        state.GetType().GetMethod("Apply", [happened.GetType()])?.Invoke(state, [happened]);

    public static IReadOnlyList<RegisterEntry> Register(params IReadOnlyList<object> events) =>
        [.. events.Select((data, index) => new RegisterEntry(new Guid(index + 1, 0, 0, new byte[8]), DueAt.AddYears(-9).AddDays(index), data))];

    public static FirearmRegistered Registered(FirearmOrigin origin = FirearmOrigin.Manufactured, Known<Guid>? holder = null) => new(
        origin,
        new FirearmDescription(ArmType.Pistol, Known.Of(Short("Example Arms")), Known.Of(CountryCode.Parse("ESP").GetOrThrow()),
            Known<ShortText>.Unknown, Known<ShortText>.Unknown, Known<int>.Unknown, ArmCondition.IndustriallyManufactured, false),
        holder ?? Known.Of(Holder), On("2010"));

    public static FirearmTransferred Transfer(TransferKind kind, string on = "2015-02-03", Known<Guid>? to = null, string? country = null) => new(
        Guid.CreateVersion7(), kind, Known.Of(Holder), to ?? Known.Of(Holder), Short("LIC-1"),
        country is null ? null : CountryCode.Parse(country).GetOrThrow(), On(on));

    public static FirearmReportedLost Reported(LossKind kind, string on = "2019-03-01") =>
        new(Guid.CreateVersion7(), kind, Known.Of(On(on)), On(on), Short("REP-1"));

    public static FirearmRecovered Recovered(string on) => new(Guid.CreateVersion7(), On(on), Long("Found."));

    public static DisposalCarriedOut Disposed(DisposalMethod method, string on, Known<Guid> holder) =>
        new(Guid.CreateVersion7(), method, Short("melting"), Short("Arms depot"), On(on), holder);
}
