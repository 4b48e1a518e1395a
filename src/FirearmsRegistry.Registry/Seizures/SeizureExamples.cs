using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class SeizureExamples
{
    public static Note Reason { get; } = Note.Parse("Checked against the case file.").GetOrThrow();

    public static SeizureCircumstances Circumstances { get; } = new(
        Day("2020-05-14"), Text("Port of Algeciras"), LocationKind.VesselsAndHarbours, Text("Guardia Civil"),
        Known.Of(Text("Port control unit")), Known<ShortText>.None, LegalBasis.Criminal, LegalJustification.Trafficking,
        [SuspectedOffence.FirearmsTrafficking, SuspectedOffence.DrugTrafficking],
        new SeizureRoute(Known<CountryCode>.Unknown, Known<IReadOnlyList<CountryCode>>.None, Known.Of(CountryCode.Parse("ESP").GetOrThrow())),
        Known.Of(TransportMeans.Vessel), Known.Of(Note.Parse("Behind the lining of a container.").GetOrThrow()), Text("GC-2020-0514-17"));

    public static SeizedItemEntry Item { get; } = new(
        ItemKind.Firearm, Intake.Seized, 1, Known.Of(Text("Example Arms")), Known.Of(CountryCode.Parse("ESP").GetOrThrow()),
        Known.Of(Text("E9")), Known.Of(Text("9 mm Luger")), Known<int>.Unknown,
        [new MarkAsRead(MarkKind.Manufacture, Mark("EXAMPLE ARMS SPAIN AB12345"), ComponentKind.Frame, ReadingCertainty.Certain, Mark("AB12345"))],
        [PhotoHash.Parse("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08").GetOrThrow()],
        Known<Guid>.Unknown,
        new SeizedArm(ArmType.Pistol, ArmCondition.IndustriallyManufactured, MarkingState.UniquelyMarked, Antique: false));

    public static RecordSeizureEndpoint.RecordSeizureRequest Record { get; } = new(Circumstances);

    public static RecordSeizedItemEndpoint.RecordSeizedItemRequest RecordItem { get; } = new(Item);

    public static Correcting.CorrectionEndpoints.CorrectSeizureRequest CorrectSeizure { get; } = new(Circumstances, Reason);

    public static Correcting.CorrectionEndpoints.CorrectItemRequest CorrectItem { get; } = new(Item, Reason);

    public static ItemChangeEndpoints.LegalBasisRequest LegalBasisChange { get; } =
        new(LegalBasis.Administrative, LegalJustification.Possession, Day("2020-06-02"), Reason);

    public static ItemChangeEndpoints.RestorationRequest Restoration { get; } = new(
        Mark("AB12345"), NamesExactlyThisArm: true, RestorationMethod.Etching, Destructive: true, Text("LAB-2020-88"), Day("2020-06-20"));

    public static ItemChangeEndpoints.IdentificationRequest Identification { get; } =
        new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), IdentifiedBy.ExactMark, Reason);

    public static DuplicateLink Duplicate { get; } = new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), Reason);

    public static ItemChangeEndpoints.UnlinkRequest Unlink { get; } = new(Reason);

    public static ItemChangeEndpoints.OriginRequest Origin { get; } =
        new(Text("Intelligence report 12/2020"), Text("Centro de Inteligencia"), Day("2020-09-01"));

    private static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();

    private static MarkText Mark(string text) => MarkText.Parse(text).GetOrThrow();

    private static PartialDate Day(string day) => PartialDate.Parse(day).GetOrThrow();
}
