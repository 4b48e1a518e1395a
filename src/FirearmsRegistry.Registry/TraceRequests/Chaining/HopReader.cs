using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining;

/// <summary>Reads the stations of a chain from a firearm's events; marks and descriptions are no stations.</summary>
internal static class HopReader
{
    public static IReadOnlyList<ChainHop> Read(IReadOnlyList<RegisterEntry> entries, PartialDate intakeOn)
    {
        var hops = new List<ChainHop>();
        var transfers = new Dictionary<Guid, int>();
        foreach (var entry in entries)
        {
            switch (entry.Data)
            {
                case FirearmTransferred happened:
                    transfers[happened.TransferId] = hops.Count;
                    break;
                case TransferCorrected corrected when transfers.TryGetValue(corrected.TransferId, out var index):
                    hops[index] = Placed(Transfer(hops[index], corrected.After) with { CorrectedBy = entry.EventId }, intakeOn);
                    break;
                case RegistrationCorrected corrected when hops.Count > 0:
                    hops[0] = Placed(Registration(hops[0], corrected.After) with { CorrectedBy = entry.EventId }, intakeOn);
                    break;
            }

            if (ReadOne(entry, hops) is { } hop)
                hops.Add(Placed(hop, intakeOn));
        }

        return hops;
    }

    private static ChainHop? ReadOne(RegisterEntry entry, List<ChainHop> before)
    {
        var holder = before.Count == 0 ? Known<Guid>.Unknown : before[^1].To;
        var hop = new ChainHop(entry.EventId, default, Known<PartialDate>.Unknown, entry.RecordedAt, null, holder, holder);
        return entry.Data switch
        {
            FirearmRegistered happened => Registration(hop, new RegistrationEntry(happened.Origin, happened.Holder, happened.OccurredOn)),
            FirearmTransferred happened => Transfer(hop, new TransferEntry(
                happened.Kind, happened.From, happened.To, happened.LegalBasis, happened.OtherCountry, happened.OccurredOn)),
            FirearmReportedLost happened => hop with { Kind = Of(happened.Kind), OccurredOn = happened.OccurredOn, LegalBasis = happened.Report },
            FirearmRecovered happened => hop with { Kind = HopKind.Recovered, OccurredOn = Known.Of(happened.RecoveredOn) },
            DisposalAuthorised happened => hop with
            {
                Kind = HopKind.DisposalAuthorised,
                OccurredOn = Known.Of(happened.AuthorisedOn),
                LegalBasis = happened.Authorisation,
            },
            DisposalCarriedOut happened => hop with
            {
                Kind = Of(happened.Method),
                OccurredOn = Known.Of(happened.CarriedOutOn),
                LegalBasis = happened.Certificate,
                To = happened.Holder,
            },
            _ => null,
        };
    }

    private static ChainHop Registration(ChainHop hop, RegistrationEntry entry) => hop with
    {
        Kind = entry.Origin switch
        {
            FirearmOrigin.Manufactured => HopKind.Manufactured,
            FirearmOrigin.Imported => HopKind.Imported,
            FirearmOrigin.StateStock => HopKind.StateStock,
            FirearmOrigin.LegacyRecord => HopKind.LegacyRecord,
            FirearmOrigin.Recovered => HopKind.RegisteredAsRecovered,
        },
        OccurredOn = Known.Of(entry.OccurredOn),
        From = Known<Guid>.None,
        To = entry.Holder,
    };

    private static ChainHop Transfer(ChainHop hop, TransferEntry entry) => hop with
    {
        Kind = entry.Kind switch
        {
            TransferKind.Sale => HopKind.Sale,
            TransferKind.Gift => HopKind.Gift,
            TransferKind.Inheritance => HopKind.Inheritance,
            TransferKind.Import => HopKind.Import,
            TransferKind.Export => HopKind.Export,
            TransferKind.StateToCivilian => HopKind.StateToCivilian,
            TransferKind.Loan => HopKind.Loan,
            TransferKind.Return => HopKind.Return,
        },
        OccurredOn = Known.Of(entry.OccurredOn),
        LegalBasis = entry.LegalBasis,
        From = entry.From,
        To = entry.To,
        OtherCountry = entry.OtherCountry,
    };

    /// <summary>
    /// A station that certainly came after the intake does not count. Neither does a recovery or a disposal that may follow from the
    /// intake itself: the arm came back, or was destroyed, because it was seized.
    /// </summary>
    private static ChainHop Placed(ChainHop hop, PartialDate intakeOn) => hop with
    {
        AfterIntake = hop.OccurredOn.TryGet(out var on)
            && (on.CertainlyAfter(intakeOn) || (MayFollowFromIntake(hop.Kind) && !on.CertainlyBefore(intakeOn))),
    };

    private static bool MayFollowFromIntake(HopKind kind) => kind is HopKind.Recovered or HopKind.DisposalAuthorised
        or HopKind.Destroyed or HopKind.Deactivated or HopKind.Returned or HopKind.RetainedByState;

    private static HopKind Of(LossKind kind) => kind switch
    {
        LossKind.Lost => HopKind.Lost,
        LossKind.Stolen => HopKind.Stolen,
        LossKind.UnlawfullyTransferred => HopKind.UnlawfullyTransferred,
    };

    private static HopKind Of(DisposalMethod method) => method switch
    {
        DisposalMethod.Destroyed => HopKind.Destroyed,
        DisposalMethod.Deactivated => HopKind.Deactivated,
        DisposalMethod.Returned => HopKind.Returned,
        DisposalMethod.RetainedByState => HopKind.RetainedByState,
    };
}
