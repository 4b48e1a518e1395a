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
    private const string TextOfMark = "/mark/text";

    /// <summary>The number that a mark reads, or why it is none.</summary>
    /// <param name="text">The text of the mark.</param>
    /// <param name="pointer">Where the text stands in the request.</param>
    public static Result<NationalNumber> Read(MarkText text, string pointer = TextOfMark) =>
        NationalNumber.Parse(text.ToString()).TryGet(out var number, out var fault)
            ? number
            : NumberErrors.Unreadable(pointer, text.ToString(), fault);

    /// <summary>The number where it may be marked on the firearm, or why not.</summary>
    /// <param name="number">The number.</param>
    /// <param name="issued">What the register knows of it; nothing where it was never issued here.</param>
    /// <param name="firearm">The firearm to be marked.</param>
    /// <param name="pointer">Where the text of the mark stands in the request.</param>
    public static Result<NationalNumber> Decide(NationalNumber number, IssuedNumber? issued, Guid firearm, string pointer = TextOfMark) =>
        issued switch
        {
            null => NumberErrors.NotIssued(pointer, number),
            { State: NumberState.Applied or NumberState.Verified } => NumberErrors.InUse(pointer, issued),
            { State: NumberState.Void } => NumberErrors.GivenUp(pointer, issued),
            { FirearmId: { } other } when other != firearm => NumberErrors.OfAnother(pointer, issued),
            _ => number,
        };

    /// <summary>
    /// Why a mark may not be put on a firearm; nothing where it may, and for marks that are no national number or were found. The number is
    /// held until the transaction of the session ends, so that of two commands that want it the later one is refused.
    /// </summary>
    /// <param name="session">The session of the command.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="firearm">The firearm to be marked.</param>
    /// <param name="pointer">Where the text of the mark stands in the request.</param>
    /// <param name="token">Cancels the look-up.</param>
    public static async Task<Refusal?> FindRefusalAsync(
        IDocumentSession session, NewMark mark, Guid firearm, string pointer, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(mark);
        if (!mark.AppliedHere || mark.Mark.Kind != MarkKind.NationalNumber)
            return null;
        return Read(mark.Mark.Text, pointer).Refused(out var refusal, out var number)
            ? refusal
            : Decide(number, await IssuedNumbers.FindAsync(session, number, token), firearm, pointer).Refusal;
    }
}
