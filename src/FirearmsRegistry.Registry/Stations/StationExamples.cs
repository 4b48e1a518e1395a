using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Stations.LendingNumbers;
using FirearmsRegistry.Registry.Stations.Registering;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class StationExamples
{
    public static RegisterStation.StationBody Register { get; } = new(
        Short("Workshop 1"), Short("Central arms depot"), Short("Dot peen, TCP"));

    public static LendNumberBlockEndpoint.LoanBody Loan { get; } = new(Guid.Parse("01980a5e-0000-7000-8000-000000000005"), 50);

    public static ReturnNumberBlockEndpoint.ReturnBody Return { get; } = new([NumberSequence.NextAfter(SeriesCode.Parse("ES26A").GetOrThrow(), 0).Number!.Value]);

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
