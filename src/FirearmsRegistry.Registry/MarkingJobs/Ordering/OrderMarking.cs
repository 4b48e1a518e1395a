using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs.Ordering;

/// <summary>Order one mark for one firearm.</summary>
/// <param name="JobId">The job's id.</param>
/// <param name="MarkId">The id of the mark on the firearm's record.</param>
/// <param name="FirearmId">The firearm.</param>
/// <param name="Mark">The mark.</param>
/// <param name="Layout">The layout stored in the machine.</param>
/// <param name="Payload">What the symbol beside the text holds.</param>
/// <param name="SeriesId">The series from which a number is reserved.</param>
/// <param name="Number">A number that was issued already.</param>
/// <param name="StationId">The station that is to do it.</param>
/// <param name="BatchId">The batch that it belongs to.</param>
/// <param name="ConfirmedDistinct">Why the firearm is another one than those that the mark's serial makes it look like.</param>
public sealed record OrderMarking(
    Guid JobId,
    Guid MarkId,
    Guid FirearmId,
    OrderedMark Mark,
    ShortText Layout,
    PayloadKind Payload,
    Guid? SeriesId = null,
    NationalNumber? Number = null,
    Guid? StationId = null,
    Guid? BatchId = null,
    Note? ConfirmedDistinct = null)
{
    /// <summary>Whether the order is one at all, before a number is reserved for it.</summary>
    public static Refusal? Check(OrderMarking command, MarkingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(settings);
        var numbered = command.Mark.Kind == MarkKind.NationalNumber;
        if (numbered && (command.SeriesId is null) == (command.Number is null))
        {
            return MarkingJobErrors.Misfit("/seriesId", command.SeriesId?.ToString(),
                "A national number comes from a series, or is one that was issued: name one of the two.");
        }

        if (!numbered && (command.SeriesId is not null || command.Number is not null))
            return MarkingJobErrors.Misfit("/mark/kind", Codes.Of(command.Mark.Kind), "Only a mark of kind national_number has a number.");
        if (numbered == command.Mark.Text is not null)
        {
            return MarkingJobErrors.Misfit("/mark/text", command.Mark.Text?.ToString(),
                numbered ? "Must be left out: the text is the printed form of the number." : "Must be the text exactly as it must be on the metal.");
        }

        if (!numbered && command.Payload != PayloadKind.None)
        {
            return MarkingJobErrors.Misfit("/payload", Codes.Of(command.Payload), "Only a national number is carried by a symbol.", null,
                Codes.Of(PayloadKind.None));
        }

        return command.Payload == PayloadKind.National && settings.Authority is null ? MarkingJobErrors.NoAuthority : null;
    }

    /// <summary>
    /// Decides, given the number reserved for the order. What the policy or the register would refuse on the firearm's record is refused
    /// before anything is cut.
    /// </summary>
    /// <param name="firearm">The firearm.</param>
    /// <param name="command">The order, which passed <see cref="Check"/>.</param>
    /// <param name="number">The number reserved for it; null for marks without one.</param>
    /// <param name="settings">The authority's code.</param>
    /// <param name="lookAlikes">The registered arms that the mark makes the firearm look like.</param>
    /// <param name="policy">The mark policy in force.</param>
    /// <param name="now">When it is decided.</param>
    public static Result<IReadOnlyList<object>> Decide(
        Firearm firearm, OrderMarking command, NationalNumber? number, MarkingSettings settings, IReadOnlyList<LookAlike> lookAlikes,
        MarkPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(settings);
        if (MarkingRules.FitToMark(firearm) is { } unfit)
            return unfit;
        var mark = command.Mark.With(command.Mark.Text ?? MarkText.Parse(number!.Value.Printed).GetOrThrow());
        // As if it were put on the metal on the last day that may be called today.
        var trial = new NewMark(
            command.MarkId, mark, AppliedHere: true, PartialDate.OfDay(FirearmRules.LastToday(now)), command.Mark.MethodOverride);
        if (ApplyMark.Decide(firearm, new ApplyMark(command.FirearmId, trial, command.ConfirmedDistinct), lookAlikes, policy, now).Refused(out var refusal, out _))
            return refusal;
        var ordered = new MarkingOrdered(command.FirearmId, command.MarkId, mark, command.Layout, PayloadOf(command.Payload, number, settings),
            command.StationId, command.BatchId, command.Mark.MethodOverride, command.ConfirmedDistinct);
        return Result.Of<IReadOnlyList<object>>(
            number is { } reserved ? [ordered, new MarkingNumberReserved(reserved)] : [ordered]);
    }

    /// <summary>The mark as the register's decisions see it before there is a number.</summary>
    internal NewMark? MarkWithText(DateTimeOffset now) => Mark.Text is { } text
        ? new NewMark(MarkId, Mark.With(text), true, PartialDate.OfDay(FirearmRules.LastToday(now)), Mark.MethodOverride)
        : null;

    private static HexBytes? PayloadOf(PayloadKind kind, NationalNumber? number, MarkingSettings settings) => kind switch
    {
        PayloadKind.None => null,
        PayloadKind.National => HexBytes.Of(NationalPayload.Of(settings.Authority!.Value, number!.Value).Text),
        PayloadKind.BareNumber => HexBytes.Of(new NumberPayload(number!.Value).Text),
    };
}
