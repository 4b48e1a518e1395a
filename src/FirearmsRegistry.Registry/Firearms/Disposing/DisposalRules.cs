using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Firearms.Transferring;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Firearms.Disposing;

/// <summary>The rules of disposals (Firearms Protocol Arts 6 and 9), each a refusal or nothing.</summary>
internal static class DisposalRules
{
    public const string Open = "disposal-open";

    public const string NotOpen = "disposal-not-open";

    public const string WrongHolder = "disposal-does-not-fit";

    /// <summary>Nobody can dispose of an arm that is gone.</summary>
    public static Refusal? AtHand(Firearm firearm)
    {
        if (firearm.DisposedOf == DisposalMethod.Destroyed)
            return FirearmErrors.IsDestroyed;
        if (firearm.OpenLoss is { } loss)
            return FirearmErrors.IsMissing(loss.Kind);
        if (firearm.Quarantines.Count > 0)
            return FirearmErrors.InQuarantine(firearm);
        return firearm.ExportedTo is { } country
            ? FirearmErrors.Against(TransferRules.Exported, "The firearm was exported and cannot be disposed of here.", $"Exported to {country}.")
            : null;
    }

    /// <summary>Who has the arm afterwards, or why what was said about it does not fit the method.</summary>
    public static Result<Known<Guid>> HolderAfter(Firearm firearm, DisposalMethod method, Known<Guid>? given) => (method, given) switch
    {
        (DisposalMethod.Destroyed, null) => Known<Guid>.None,
        (DisposalMethod.Destroyed, { Is: Knowledge.None }) => Known<Guid>.None,
        (DisposalMethod.Destroyed, _) => Unfit(given, "A destroyed arm has no holder: leave this out."),
        (DisposalMethod.Returned, { Is: Knowledge.Known } holder) => holder,
        (DisposalMethod.Returned, _) => Unfit(given, "Must name the lawful holder to whom the arm was returned."),
        (DisposalMethod.RetainedByState, null or { Is: Knowledge.Unknown }) =>
            Unfit(given, "Must name the State's service that keeps the arm, or none where it has no party of its own."),
        (DisposalMethod.RetainedByState, { } holder) => holder,
        (DisposalMethod.Deactivated, null) => firearm.Holder,
        (DisposalMethod.Deactivated, { } holder) => holder,
    };

    /// <summary>The marks without which only destruction is allowed.</summary>
    public static Refusal? Marked(Firearm firearm, DisposalMethod method, bool hasCertificate, MarkPolicy policy)
    {
        var missing = method switch
        {
            DisposalMethod.Destroyed => [],
            DisposalMethod.Deactivated => MarkRules.Missing(policy, firearm, MarkTrigger.Deactivation, hasCertificate),
            DisposalMethod.RetainedByState => MarkRules.Missing(policy, firearm, MarkTrigger.StateRetention),
            DisposalMethod.Returned when MarkRules.IsUniquelyMarked(firearm) => [],
            DisposalMethod.Returned =>
            [
                new InputError("", null, "The arm carries a verified mark that tells it from all others.", "Firearms Protocol Art. 6"),
            ],
        };
        return missing.Count == 0 ? null : FirearmErrors.LacksMarks(missing);
    }

    private static Refusal Unfit(Known<Guid>? given, string rule) => FirearmErrors.Broken(
        WrongHolder, "The holder does not fit the disposal.", "/holder", given?.ToString(), rule, "Firearms Protocol Art. 6");
}
