using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.GettingHistory;
using FirearmsRegistry.Registry.Shared.Countries;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.Tests.Firearms;

public sealed class HistoryTextTests
{
    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_transfer_is_told_in_the_readers_language_with_what_was_written_isolated(ReportLanguage language)
    {
        var party = Guid.CreateVersion7();
        var sale = new FirearmTransferred(
            Guid.CreateVersion7(), TransferKind.Sale, Known<Guid>.Unknown, Known.Of(party), ShortText.Parse("Licence {to} 1").GetOrThrow(), null, FirearmExamples.Day);

        var told = HistoryText.Of(sale, new HistoryWords(language, isolates: true)).Sentence;

        Assert.Contains($"\u2068{party}\u2069", told, StringComparison.Ordinal);
        Assert.Contains("\u2068Licence {to} 1\u2069", told, StringComparison.Ordinal);
        Assert.DoesNotContain("{from}", told, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_country_is_named_in_the_readers_language(ReportLanguage language)
    {
        var spain = CountryCode.Parse("ESP").GetOrThrow();
        var export = new FirearmTransferred(
            Guid.CreateVersion7(), TransferKind.Export, Known<Guid>.Unknown, Known<Guid>.None, ShortText.Parse("Licence 1").GetOrThrow(), spain, FirearmExamples.Day);

        Assert.Contains($"\u2068{CountryNames.Of(language, spain)}\u2069", HistoryText.Of(export, new HistoryWords(language, isolates: true)).Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void English_is_plain_where_no_language_was_asked_for() => Assert.Equal(
        "Recovered: Found in a parked car.",
        HistoryText.Of(
            new FirearmRecovered(Guid.CreateVersion7(), FirearmExamples.Day, FirearmExamples.Reason("Found in a parked car.")),
            new HistoryWords(ReportLanguage.En, isolates: false)).Sentence);
}
