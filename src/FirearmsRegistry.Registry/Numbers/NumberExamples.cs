using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Numbers.Issuing;
using FirearmsRegistry.Registry.Numbers.Opening;
using FirearmsRegistry.Registry.Numbers.Voiding;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class NumberExamples
{
    public static OpenNumberSeriesEndpoint.OpenNumberSeriesRequest Open { get; } =
        new(CountryCode.Parse("ESP").GetOrThrow(), 2026, ClassLetter.Civil);

    public static IssueNumbersEndpoint.IssueNumbersRequest Issue { get; } = new(25);

    public static VoidNumberEndpoint.VoidNumberRequest Void { get; } = new(Note.Parse("The plate broke while it was being engraved.").GetOrThrow());
}
