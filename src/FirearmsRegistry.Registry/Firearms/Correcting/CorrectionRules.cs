using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.Registering;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Firearms.Correcting;

/// <summary>What may be corrected: anything that was entered, except what later entries were built on.</summary>
internal static class CorrectionRules
{
    public const string Unchanged = "nothing-corrected";

    public const string BuiltUpon = "built-upon";

    public const string OneEntry = "one-entry-at-a-time";

    public static Refusal NotOne { get; } = FirearmErrors.Broken(OneEntry, "A correction is about one entry.", "", null,
        "Give exactly one of description, registration and transfer.");

    public static Result<IReadOnlyList<object>> Description(
        Firearm firearm, CorrectFirearm command, FirearmDescription after, IReadOnlyList<LookAlike> lookAlikes, DateTimeOffset now)
    {
        if (after == firearm.Description)
            return Same("/description");
        if (RegisterFirearm.FalselyAntique(after) is { } notAntique)
            return notAntique;
        if (FirearmRules.YearMade(after) is { } made
            && FirearmRules.Errors(now, "/description/yearOfManufacture/value", made, null) is { Count: > 0 } dates)
        {
            return FirearmErrors.Dates(dates);
        }

        var corrected = new FirearmCorrected(firearm.Description, after, command.Reason);
        if (lookAlikes.Count == 0)
            return Result.Of<IReadOnlyList<object>>([corrected]);
        return command.ConfirmedDistinct is { } reason
            ? Result.Of<IReadOnlyList<object>>([corrected, new NationalNumberNeeded([.. lookAlikes.Select(other => other.FirearmId)], reason)])
            : FirearmErrors.LooksAlike(lookAlikes);
    }

    public static Result<IReadOnlyList<object>> Registration(
        Firearm firearm, CorrectFirearm command, RegistrationEntry after, DateTimeOffset now)
    {
        if (after == firearm.Registration)
            return Same("/registration");
        if (FirearmRules.Errors(now, "/registration/occurredOn", after.OccurredOn, FirearmRules.YearMade(firearm.Description)) is { Count: > 0 } dates)
            return FirearmErrors.Dates(dates);
        return firearm.HolderMoved && after.Holder != firearm.Registration.Holder
            ? LaterEntries("/registration/holder", after.Holder)
            : Result.Of<IReadOnlyList<object>>([new RegistrationCorrected(firearm.Registration, after, command.Reason)]);
    }

    public static Result<IReadOnlyList<object>> Transfer(
        Firearm firearm, CorrectFirearm command, TransferCorrection correction, DateTimeOffset now)
    {
        var index = firearm.Transfers.FindIndex(transfer => transfer.Id == correction.TransferId);
        if (index < 0)
            return Refusal.NotFound("transfer", correction.TransferId);
        var (before, after) = (firearm.Transfers[index].Entry, correction.Entry);
        if (after == before)
            return Same("/transfer/entry");
        // The kind decides which marks and countries were asked for; who gave is what the record said then. Neither is a slip of the pen.
        if (after.Kind != before.Kind || after.From != before.From || after.OtherCountry is null != before.OtherCountry is null)
        {
            return FirearmErrors.Broken(BuiltUpon, "Other entries rest on this one.", "/transfer/entry", null,
                "Kind, giver and whether a border was crossed cannot be corrected.");
        }

        if (FirearmRules.Impossible(firearm, now, "/transfer/entry/occurredOn", after.OccurredOn) is { } impossible)
            return impossible;
        if (NotBetweenNeighbours(firearm, index, after) is { } misplaced)
            return misplaced;
        var isLast = index == firearm.Transfers.Count - 1 && firearm.HeldByTransfer;
        return !isLast && after.To != before.To
            ? LaterEntries("/transfer/entry/to", after.To)
            : Result.Of<IReadOnlyList<object>>([new TransferCorrected(correction.TransferId, before, after, command.Reason)]);
    }

    /// <summary>The parties that a correction brings in.</summary>
    public static IReadOnlyList<(string Pointer, Known<Guid> Party)> PartiesOf(CorrectFirearm command) =>
    [
        .. command.Registration is { } registration ? [("/registration/holder", registration.Holder)] : Array.Empty<(string, Known<Guid>)>(),
        .. command.Transfer is { } transfer ? [("/transfer/entry/to", transfer.Entry.To)] : Array.Empty<(string, Known<Guid>)>(),
    ];

    /// <summary>The makers' serials on an arm, by which it may look like another one.</summary>
    public static IEnumerable<MarkText> SerialsOf(Firearm firearm) => firearm.Marks.Values
        .Where(mark => mark.Mark.Kind == MarkKind.Manufacture && !mark.Voided)
        .Select(mark => mark.Mark.Serial)
        .OfType<MarkText>()
        .Distinct();

    private static Refusal? NotBetweenNeighbours(Firearm firearm, int index, TransferEntry after)
    {
        const string pointer = "/transfer/entry/occurredOn";
        if (index > 0 && FirearmRules.Before(pointer, after.OccurredOn, firearm.Transfers[index - 1].Entry.OccurredOn, "the transfer before") is { } early)
            return early;
        return index < firearm.Transfers.Count - 1 && after.OccurredOn.CertainlyAfter(firearm.Transfers[index + 1].Entry.OccurredOn)
            ? FirearmErrors.Dates([new InputError(pointer, after.OccurredOn.ToString(), "Cannot lie after the next transfer.")])
            : null;
    }

    private static Refusal Same(string pointer) => FirearmErrors.Broken(
        Unchanged, "The correction changes nothing.", pointer, null, "Must differ from what is on record.");

    private static Refusal LaterEntries(string pointer, Known<Guid> seen) => FirearmErrors.Broken(
        BuiltUpon, "Other entries rest on this one.", pointer, seen.ToString(), "Who received the firearm can be corrected only while nothing followed.");
}
