using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Firearms.Transferring;

/// <summary>The rules of transfers, each a refusal or nothing.</summary>
internal static class TransferRules
{
    public const string Unfit = "transfer-does-not-fit";

    public const string Exported = "firearm-exported";

    public const string NotAbroad = "firearm-not-abroad";

    public const string OnLoan = "firearm-on-loan";

    public const string NotOnLoan = "firearm-not-on-loan";

    public const string InStateStock = "firearm-in-state-stock";

    public static string[] Refusals { get; } =
    [
        Unfit, Exported, NotAbroad, OnLoan, NotOnLoan, InStateStock, "not-the-holder", "disposal-open", FirearmErrors.Missing, FirearmErrors.Quarantined,
        FirearmErrors.MarksMissing, FirearmErrors.UnknownParty, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed, FirearmErrors.IdTaken,
    ];

    /// <summary>Whether the arm is there to be passed on at all.</summary>
    public static Refusal? Standing(Firearm firearm)
    {
        if (firearm.DisposedOf == DisposalMethod.Destroyed)
            return FirearmErrors.IsDestroyed;
        if (firearm.OpenLoss is { } loss)
            return FirearmErrors.IsMissing(loss.Kind);
        if (firearm.Quarantines.Count > 0)
            return FirearmErrors.InQuarantine(firearm);
        return firearm.AuthorisedDisposal is { } disposal ? FirearmErrors.AwaitsDisposal(disposal.Method) : null;
    }

    /// <summary>Whether the entry fits its own kind: a country where a border is crossed, a receiver, and not the giver himself.</summary>
    public static Refusal? Entry(TransferEntry entry, CountryCode here)
    {
        var crossesBorder = entry.Kind is TransferKind.Import or TransferKind.Export;
        if (crossesBorder != entry.OtherCountry is not null)
        {
            return Misfit("/otherCountry", entry.OtherCountry?.ToString(),
                crossesBorder ? "Must name the other country." : "Must be left out where no border is crossed.", "Firearms Protocol Art. 7(b)");
        }

        if (entry.OtherCountry == here)
            return Misfit("/otherCountry", here.ToString(), "Must be another country than the registry's own.", null);
        if (entry.Kind != TransferKind.Export && !entry.To.TryGet(out _))
            return Misfit("/to", entry.To.ToString(), "Must name who received the firearm.", "Firearms Protocol Art. 7");
        return !crossesBorder && entry.From.TryGet(out var from) && entry.To.TryGet(out var to) && from == to
            ? Misfit("/to", to.ToString(), "Must be another party than the giver.", null)
            : null;
    }

    /// <summary>Whether the transfer comes after the one before.</summary>
    public static Refusal? Order(Firearm firearm, TransferEntry entry) =>
        firearm.Transfers.Count > 0
            ? FirearmRules.Before("/occurredOn", entry.OccurredOn, firearm.Transfers[^1].Entry.OccurredOn, "the transfer before")
            : null;

    /// <summary>An exported arm can only come back; what never left cannot come in.</summary>
    public static Refusal? Border(Firearm firearm, TransferEntry entry)
    {
        if (firearm.ExportedTo is { } country && entry.Kind != TransferKind.Import)
        {
            return FirearmErrors.Against(Exported, "The firearm was exported: the only transfer left is its import.",
                $"Exported to {country}.");
        }

        // An arm of an older register may be on record before its import; all others are known to have been here.
        var mayBeAbroad = firearm.ExportedTo is not null
            || (firearm.Registration.Origin == FirearmOrigin.LegacyRecord && firearm.Transfers.Count == 0);
        return entry.Kind == TransferKind.Import && !mayBeAbroad
            ? FirearmErrors.Against(NotAbroad, "The firearm is in the country and cannot be imported.",
                "An arm that came from abroad is registered with origin imported.")
            : null;
    }

    /// <summary>What is lent is returned, to the lender and before anything else.</summary>
    public static Refusal? Loan(Firearm firearm, TransferEntry entry)
    {
        if (firearm.LentBy is not { } lender)
        {
            return entry.Kind == TransferKind.Return
                ? FirearmErrors.Against(NotOnLoan, "The firearm is not on loan.")
                : null;
        }

        if (entry.Kind != TransferKind.Return)
            return FirearmErrors.Against(OnLoan, "The firearm is on loan: its return comes first.");
        return lender.TryGet(out var owner) && entry.To != lender
            ? Misfit("/to", entry.To.ToString(), "A loan is returned to the lender.", null, owner.ToString())
            : null;
    }

    /// <summary>The giver must be the holder on record. Where the holder is unknown, the transfer tells who it was.</summary>
    public static Refusal? Giver(Firearm firearm, TransferEntry entry) =>
        firearm.Holder.Is == Knowledge.Unknown || entry.From == firearm.Holder
            ? null
            : FirearmErrors.NotTheHolder(entry.From, firearm.Holder);

    /// <summary>Arms of the State reach civilian hands by one kind of transfer only, because that kind demands a mark.</summary>
    public static Refusal? StateStock(Firearm firearm, TransferEntry entry) =>
        firearm.InStateStock && entry.Kind is TransferKind.Sale or TransferKind.Gift or TransferKind.Inheritance
            ? FirearmErrors.Against(InStateStock, "The firearm belongs to the State.") with
            {
                Errors =
                [
                    new InputError("/kind", Codes.Of(entry.Kind), "An arm of the State goes to civilian use as state_to_civilian, with a mark.",
                        "Firearms Protocol Art. 8(1)(c)", Codes.Of(TransferKind.StateToCivilian)),
                ],
            }
            : null;

    /// <summary>The marks that must be on the arm before it goes. Coming back, from abroad or from a loan, needs none.</summary>
    public static Refusal? Marked(Firearm firearm, TransferEntry entry, MarkPolicy policy)
    {
        if (entry.Kind is TransferKind.Import or TransferKind.Return)
            return null;
        var triggers = MarkRules.Triggers(firearm);
        if (entry.Kind == TransferKind.StateToCivilian)
            triggers = triggers.Append(MarkTrigger.StateTransfer);
        var missing = triggers.SelectMany(trigger => MarkRules.Missing(policy, firearm, trigger)).DistinctBy(error => error.Rule).ToList();
        return missing.Count == 0 ? null : FirearmErrors.LacksMarks(missing);
    }

    private static Refusal Misfit(string pointer, string? seen, string rule, string? source, string? suggestion = null) =>
        FirearmErrors.Broken(Unfit, "The transfer does not fit its kind.", pointer, seen, rule, source, suggestion);
}
