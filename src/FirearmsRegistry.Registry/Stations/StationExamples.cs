using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Stations.Enrolling;
using FirearmsRegistry.Registry.Stations.LendingNumbers;
using FirearmsRegistry.Registry.Stations.MergingLogs;
using FirearmsRegistry.Registry.Stations.Registering;
using FirearmsRegistry.Registry.Stations.ResolvingConflicts;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class StationExamples
{
    public static RegisterStation.StationBody Register { get; } = new(
        Short("Workshop 1"), Short("Central arms depot"), Short("Dot peen, TCP"));

    public static LendNumberBlockEndpoint.LoanBody Loan { get; } = new(Guid.Parse("01980a5e-0000-7000-8000-000000000005"), 50);

    public static ReturnNumberBlockEndpoint.ReturnBody Return { get; } = new([NumberSequence.NextAfter(SeriesCode.Parse("ES26A").GetOrThrow(), 0).Number!.Value]);

    public static AssignOperator.AssignmentBody Assignment { get; } = new(
        Short("0198f3a0-0000-7000-8000-000000000009"), DateTimeOffset.UnixEpoch.AddYears(56), DateTimeOffset.UnixEpoch.AddYears(57));

    public static EnrolKeys.KeyBody Key { get; } = new(SigningKey.Parse(
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==").GetOrThrow());

    public static RevokeKey.KeyRevocationBody KeyRevocation { get; } =
        new(Key.PublicKey, Note.Parse("The station's computer was stolen.").GetOrThrow());

    public static EndAssignment.EndBody AssignmentEnd { get; } =
        new(Assignment.UserId, DateTimeOffset.UnixEpoch.AddYears(56), Note.Parse("Moved to another workshop.").GetOrThrow());

    public static MergeLog.MergeBody Merge { get; } = new([new SignedEntry("{…}", "…", "…")]);

    public static ResolveLogConflict.ResolutionBody Resolution { get; } = new(
        Note.Parse("The arm bears one mark, cut by the other station; the number is the ordered one.").GetOrThrow(),
        PhotoHash.Parse(new string('c', 64)).GetOrThrow());

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
