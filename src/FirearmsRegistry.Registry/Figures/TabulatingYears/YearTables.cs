using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>
/// Everything that the Illicit Arms Flows Questionnaire asks of a year: from the register's cases, and beside them, never mixed with them,
/// the counts imported from elsewhere. Null is not reported, zero is zero, and an imported count may also not apply.
/// </summary>
/// <param name="Country">The State.</param>
/// <param name="Year">The year of the first physical intake, local date.</param>
/// <param name="Register">The tables of each intake: seized, found, surrendered (IAFQ tables 5.1 to 5.3 are their outcome lines).</param>
/// <param name="SignificantFrom">From what on a seizure is significant.</param>
/// <param name="SignificantSeizures">Those seizures.</param>
/// <param name="TraceRequests">Requests to and from other States, by the year (UTC) of submission, per partner and channel.</param>
/// <param name="Companion">The figures that the metadata recommend beside the indicator.</param>
/// <param name="Imported">Counts from elsewhere, single ones and those of imported files.</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="ComputedAt">When it was computed.</param>
public sealed record YearTables(
    CountryCode Country,
    int Year,
    IReadOnlyList<IafqTables> Register,
    SignificantThreshold SignificantFrom,
    IReadOnlyList<SignificantSeizure> SignificantSeizures,
    IReadOnlyList<TraceRequestCounts> TraceRequests,
    CompanionFigures Companion,
    IReadOnlyList<ImportedYearCount> Imported,
    DateTimeOffset KnownAt,
    DateTimeOffset ComputedAt)
{
    /// <summary>The same without the texts that a person wrote of a case.</summary>
    internal YearTables Deidentified() => this with { SignificantSeizures = [.. SignificantSeizures.Select(seizure => seizure with { CaseReference = null, Place = null })] };
}

/// <summary>From what on a seizure is significant; either suffices.</summary>
/// <param name="Arms">As many arms.</param>
/// <param name="Rounds">As many rounds of ammunition.</param>
public sealed record SignificantThreshold(int Arms, int Rounds);

/// <summary>A significant seizure (IAFQ, significant seizures). Free text is in it only for those who may open the seizure, since it may name somebody.</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="CaseReference">Its reference number; null for those who may not open seizures, statisticians among them.</param>
/// <param name="OccurredOn">When.</param>
/// <param name="Place">Where: a municipality, a port, a border post; null for the same readers.</param>
/// <param name="LocationKind">Where, as the questionnaire counts it.</param>
/// <param name="Arms">How many arms, duplicates left out.</param>
/// <param name="Types">The arms by type.</param>
/// <param name="Parts">Parts, in pieces.</param>
/// <param name="Rounds">Rounds of ammunition.</param>
/// <param name="Route">Where it came from and was going.</param>
/// <param name="Transport">How it travelled.</param>
/// <param name="Concealment">Whether it is on record how the items were hidden; the words themselves may name somebody and stand with the seizure.</param>
/// <param name="LegalBasis">Criminal or administrative.</param>
/// <param name="LegalJustification">The illicit act that justified it.</param>
/// <param name="SuspectedOffences">Other offences suspected.</param>
/// <param name="Markings">The arms by the state of their marks as found.</param>
/// <param name="Makes">The arms by maker, model, calibre and country of manufacture, the most first.</param>
/// <param name="Lines">The arms by outcome line; those without one are not in it.</param>
public sealed record SignificantSeizure(
    Guid SeizureId,
    string? CaseReference,
    PartialDate OccurredOn,
    string? Place,
    LocationKind LocationKind,
    long Arms,
    IReadOnlyDictionary<string, long> Types,
    long Parts,
    long Rounds,
    SeizureRoute Route,
    Known<TransportMeans> Transport,
    Knowledge Concealment,
    LegalBasis LegalBasis,
    LegalJustification LegalJustification,
    IReadOnlyList<SuspectedOffence> SuspectedOffences,
    IReadOnlyDictionary<string, long> Markings,
    IReadOnlyList<SeizedMake> Makes,
    IReadOnlyDictionary<string, long> Lines);

/// <summary>Arms of one make in a seizure.</summary>
/// <param name="Maker">The maker.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="ManufactureCountry">Where they were made.</param>
/// <param name="Count">How many.</param>
public sealed record SeizedMake(
    Known<ShortText> Maker, Known<ShortText> Model, Known<ShortText> Calibre, Known<CountryCode> ManufactureCountry, long Count);

/// <summary>Requests between this State and one other, one way.</summary>
/// <param name="Kind">Outbound was sent, inbound received.</param>
/// <param name="PartnerId">The other State's national point of contact.</param>
/// <param name="Country">That State.</param>
/// <param name="Channel">How the request went.</param>
/// <param name="Sent">How many went this way.</param>
/// <param name="Replied">How many had any reply.</param>
/// <param name="Answered">How many were answered finally.</param>
/// <param name="Positive">How many were found.</param>
/// <param name="MedianDays">Median of the days to the final answer; null where none was given.</param>
public sealed record TraceRequestCounts(
    TraceKind Kind, Guid PartnerId, CountryCode Country, ExchangeWay Channel, long Sent, long Replied, long Answered, long Positive, decimal? MedianDays);

/// <summary>Figures beside the indicator (SDG 16.4.2 metadata, disaggregation); all three intakes together, null is not reported.</summary>
/// <param name="UniquelyMarked">Arms told apart by their marks as found.</param>
/// <param name="NotUniquelyMarked">Arms that are not, or of which it is unknown.</param>
/// <param name="Recorded">Arms linked with a record of this register.</param>
/// <param name="Marked">Of these, arms that were marked after their intake.</param>
/// <param name="Destroyed">Of these, arms that were destroyed after their intake.</param>
/// <param name="RequestsPlaced">International tracing requests sent.</param>
/// <param name="RequestsPlacedAnswered">Of these, answered finally.</param>
/// <param name="RequestsReceived">International tracing requests received.</param>
/// <param name="RequestsReceivedAnswered">Of these, answered finally.</param>
public sealed record CompanionFigures(
    long? UniquelyMarked, long? NotUniquelyMarked, long? Recorded, long? Marked, long? Destroyed, long? RequestsPlaced, long? RequestsPlacedAnswered,
    long? RequestsReceived, long? RequestsReceivedAnswered);

/// <summary>A count from elsewhere, such as persons prosecuted by sex: no case of this register stands behind it.</summary>
/// <param name="CountId">The imported count, or the imported file.</param>
/// <param name="Indicator">What is counted.</param>
/// <param name="Dimension">By what it is told apart.</param>
/// <param name="Category">The category in it.</param>
/// <param name="Sex">The sex of the persons counted.</param>
/// <param name="Value">The count: zero is known, <c>none</c> does not apply, <c>unknown</c> was not reported.</param>
/// <param name="Source">Where it comes from; a file with the beginning of its digest.</param>
/// <param name="Variant">0, or the number of a count that contradicts another of the same subject: then it is in no table.</param>
public sealed record ImportedYearCount(
    Guid CountId, string Indicator, string Dimension, string Category, CountedSex Sex, Known<long> Value, string Source,
    int Variant = 0);
