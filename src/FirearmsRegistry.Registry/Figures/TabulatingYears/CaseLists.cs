using System.Globalization;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>What is handed out of a year with a row for each case or partner.</summary>
internal static class CaseLists
{
    public const string TraceRequestsName = "trace_requests";

    public const string SignificantName = "significant_seizures";

    private const string Number = "nonNegativeInteger";

    public static CaseList TraceRequests(YearTables year) => new(TraceRequestsName,
        [
            new("year", "Year (UTC) of submission", "gYear"), new("kind", "outbound was sent, inbound received"), new("country", "The other State, ISO 3166-1 alpha-3"),
            new("partner", "Its national point of contact"), new("channel", "How the requests went"), new("sent", "Requests that went this way", Number),
            new("replied", "Those that had any reply", Number), new("answered", "Those that were answered finally", Number),
            new("positive", "Those whose arm was found", Number), new("median_days", "Median of the days to the final answer; empty where none was given", "decimal"),
        ],
        [
            .. year.TraceRequests.Select(request => (IReadOnlyList<object?>)
            [
                year.Year, Codes.Of(request.Kind), request.Country.Alpha3, request.PartnerId.ToString(), Codes.Of(request.Channel), request.Sent, request.Replied,
                request.Answered, request.Positive, request.MedianDays,
            ]),
        ]);

    public static CaseList Significant(YearTables year) => new(SignificantName,
        [
            new("year", "Year of the first physical intake", "gYear"), new("case_reference", "The authority's own reference; empty for who may not open seizures"),
            new("occurred_on", "When, as precisely as it is known"), new("place", "Where, in the words of the record; empty for who may not open seizures"), new("location", "Where, as the questionnaire counts it"),
            new("arms", "Arms, duplicates left out", Number), new("types", "The arms by type"), new("markings", "The arms by the state of their marks as found"),
            new("makes", "The arms by maker, model, calibre and country of manufacture"), new("parts", "Parts and components, in pieces", Number),
            new("rounds", "Rounds of ammunition", Number), new("departure", "Country of departure"), new("transit", "Countries of transit"),
            new("destination", "Intended country of destination"), new("transport", "How the items travelled"),
            new("concealment", "Whether it is on record how they were hidden"), new("legal_basis", "criminal or administrative"),
            new("legal_justification", "The illicit act that justified the seizure"), new("suspected_offences", "Other offences suspected"),
            new("outcomes", "The arms by outcome line"),
        ],
        [
            .. year.SignificantSeizures.Select(seizure => (IReadOnlyList<object?>)
            [
                year.Year, seizure.CaseReference, seizure.OccurredOn.ToString(), seizure.Place, Codes.Of(seizure.LocationKind), seizure.Arms, Counts(seizure.Types),
                Counts(seizure.Markings), string.Join("; ", seizure.Makes.Select(Text)), seizure.Parts, seizure.Rounds, seizure.Route.Departure.ToString(),
                seizure.Route.Transit.Match(countries => string.Join(", ", countries), () => "none", () => "unknown"), seizure.Route.Destination.ToString(),
                seizure.Transport.Match(Codes.Of, () => "none", () => "unknown"), Codes.Of(seizure.Concealment), Codes.Of(seizure.LegalBasis),
                Codes.Of(seizure.LegalJustification), string.Join(", ", seizure.SuspectedOffences.Select(Codes.Of)), Counts(seizure.Lines),
            ]),
        ]);

    private static string Text(SeizedMake make) => string.Create(CultureInfo.InvariantCulture,
        $"{make.Maker}, {make.Model}, {make.Calibre}, {make.ManufactureCountry}: {make.Count}");

    private static string Counts(IReadOnlyDictionary<string, long> counts) => string.Join(", ", counts.Select(count => $"{count.Key}: {count.Value}"));
}
