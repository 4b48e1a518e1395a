using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>The circumstances of one intake, as the IAFQ asks for them (tables by location and justification, significant seizures).</summary>
/// <param name="OccurredOn">The local date of the first physical intake; its year is the reporting year.</param>
/// <param name="Place">Where: a municipality, a port, a border post. Never a private address.</param>
/// <param name="LocationKind">Where, as the IAFQ counts it.</param>
/// <param name="Authority">The authority that took the items in.</param>
/// <param name="Unit">Its unit, such as a port control unit or an airport task force.</param>
/// <param name="Operation">The operation or campaign of which it was part.</param>
/// <param name="LegalBasis">Criminal or administrative; administrative seizures stay out of the indicator.</param>
/// <param name="LegalJustification">The illicit act that justified it.</param>
/// <param name="SuspectedOffences">Other offences suspected; empty where there are none.</param>
/// <param name="Route">Where the items came from and where they were going.</param>
/// <param name="Transport">How they travelled.</param>
/// <param name="Concealment">How they were hidden.</param>
/// <param name="CaseReference">The authority's own reference.</param>
public sealed record SeizureCircumstances(
    PartialDate OccurredOn,
    ShortText Place,
    LocationKind LocationKind,
    ShortText Authority,
    Known<ShortText> Unit,
    Known<ShortText> Operation,
    LegalBasis LegalBasis,
    LegalJustification LegalJustification,
    IReadOnlyList<SuspectedOffence> SuspectedOffences,
    SeizureRoute Route,
    Known<TransportMeans> Transport,
    Known<Note> Concealment,
    ShortText CaseReference);

/// <summary>The way that seized items took or were to take.</summary>
/// <param name="Departure">The country they left.</param>
/// <param name="Transit">The countries they passed, in order.</param>
/// <param name="Destination">The country they were meant for.</param>
public sealed record SeizureRoute(Known<CountryCode> Departure, Known<IReadOnlyList<CountryCode>> Transit, Known<CountryCode> Destination)
{
    /// <summary>Nothing is known of the route.</summary>
    public static SeizureRoute Unknown { get; } =
        new(Known<CountryCode>.Unknown, Known<IReadOnlyList<CountryCode>>.Unknown, Known<CountryCode>.Unknown);
}

/// <summary>How seized items travelled (IAFQ, significant seizures).</summary>
public enum TransportMeans
{
    /// <summary>A car, lorry or other vehicle on land.</summary>
    LandVehicle,

    /// <summary>A ship or boat.</summary>
    Vessel,

    /// <summary>An aircraft.</summary>
    Aircraft,

    /// <summary>A train.</summary>
    Rail,

    /// <summary>A letter or parcel.</summary>
    MailOrParcel,

    /// <summary>On somebody's person.</summary>
    OnPerson,

    /// <summary>Another known way.</summary>
    Other,
}

/// <summary>What an item takes over from its seizure, so that the item is complete in itself.</summary>
/// <param name="IntakeOn">The local date of the first physical intake.</param>
/// <param name="LegalBasis">Criminal or administrative.</param>
/// <param name="LegalJustification">The illicit act that justified the intake.</param>
/// <param name="LocationKind">Where, as the IAFQ counts it.</param>
/// <param name="SuspectedOffences">Other offences suspected.</param>
public sealed record ItemCircumstances(
    PartialDate IntakeOn,
    LegalBasis LegalBasis,
    LegalJustification LegalJustification,
    LocationKind LocationKind,
    IReadOnlyList<SuspectedOffence> SuspectedOffences)
{
    /// <summary>Takes them from the seizure.</summary>
    public static ItemCircumstances Of(SeizureCircumstances seizure)
    {
        ArgumentNullException.ThrowIfNull(seizure);
        return new(seizure.OccurredOn, seizure.LegalBasis, seizure.LegalJustification, seizure.LocationKind, seizure.SuspectedOffences);
    }
}
