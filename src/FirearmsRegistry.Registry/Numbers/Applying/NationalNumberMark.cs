using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;

namespace FirearmsRegistry.Registry.Numbers.Applying;

/// <summary>
/// Decides whether a national number may be marked on a firearm. It is asked for marks of kind <c>national_number</c> that are applied
/// here; a mark recorded as found is kept whatever it reads.
/// </summary>
public static class NationalNumberMark
{
    /// <summary>The names of the refusals, for endpoints that mark firearms.</summary>
    internal static readonly string[] Refusals =
    [
        NumberErrors.NotANationalNumber, NumberErrors.NumberNotIssued, NumberErrors.NumberOnFirearm, NumberErrors.NumberVoidAlready,
        NumberErrors.NumberOfAnotherFirearm,
    ];

    private const string TextOfMark = "/mark/text";

    /// <summary>The number that a mark reads, or why it is none. What is cut must be the number itself: no I, O or Q for 1 or 0.</summary>
    /// <param name="text">The text of the mark.</param>
    public static Result<NationalNumber> Read(MarkText text)
    {
        var seen = text.ToString();
        if (!NationalNumber.Parse(seen).TryGet(out var number, out var fault))
            return NumberErrors.Unreadable(TextOfMark, seen, fault);
        return seen == number.ToString() || seen == number.Printed
            ? number
            : NumberErrors.NotExact(TextOfMark, seen, number);
    }

    /// <summary>The number where it may be marked on the firearm, or why not.</summary>
    /// <param name="number">The number.</param>
    /// <param name="issued">What the register knows of it; nothing where it was never issued here.</param>
    /// <param name="firearm">The firearm to be marked.</param>
    public static Result<NationalNumber> Decide(NationalNumber number, IssuedNumber? issued, Guid firearm) =>
        issued switch
        {
            null => NumberErrors.NotIssued(TextOfMark, number),
            { State: NumberState.Applied or NumberState.Verified } => NumberErrors.InUse(TextOfMark, issued),
            { State: NumberState.Void } => NumberErrors.GivenUp(TextOfMark, issued),
            { FirearmId: { } other } when other != firearm => NumberErrors.OfAnother(TextOfMark, issued),
            _ => number,
        };

    /// <summary>
    /// Why a mark may not be put on a firearm; nothing where it may, and for marks that are no national number or were found. The number is
    /// held until the transaction of the session ends, so that of two commands that want it the later one is refused.
    /// </summary>
    /// <param name="session">The session of the command.</param>
    /// <param name="mark">The mark, where the command brings one.</param>
    /// <param name="firearm">The firearm to be marked.</param>
    /// <param name="token">Cancels the look-up.</param>
    public static async Task<Refusal?> FindRefusalAsync(
        IDocumentSession session, NewMark? mark, Guid firearm, CancellationToken token)
    {
        if (mark is not { AppliedHere: true } || mark.Mark.Kind != MarkKind.NationalNumber)
            return null;
        return Read(mark.Mark.Text).Refused(out var refusal, out var number)
            ? refusal
            : Decide(number, await IssuedNumbers.FindAsync(session, number, token), firearm).Refusal;
    }
}
