using FirearmsRegistry.Marks.CheckCharacters;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Numbers.ExplainingGaps;

/// <summary>Why a running number is on no arm and never will be.</summary>
public enum GapKind
{
    /// <summary>The number was issued and given up.</summary>
    Void,

    /// <summary>Its check characters have I, O or Q, which wear to digits, so it was never issued.</summary>
    Skipped,

    /// <summary>It should have been issued, but is not in the register: somebody has tampered with the database.</summary>
    Unexplained,
}

/// <summary>One running number up to the highest that is not in use.</summary>
/// <param name="Running">The running number.</param>
/// <param name="Kind">Why it is not in use.</param>
/// <param name="Number">The national number; none where it was skipped.</param>
/// <param name="Check">The check characters that had it skipped.</param>
/// <param name="Reason">Why it was given up.</param>
public sealed record NumberGap(int Running, GapKind Kind, NationalNumber? Number = null, string? Check = null, Note? Reason = null)
{
    /// <summary>Explains each running number of a range that has no number in use.</summary>
    /// <param name="series">The series.</param>
    /// <param name="first">The first running number of the range.</param>
    /// <param name="last">The last one, not higher than the highest issued.</param>
    /// <param name="issued">The numbers issued in the range, by running number.</param>
    public static IEnumerable<NumberGap> Explain(SeriesCode series, int first, int last, IReadOnlyDictionary<int, IssuedNumber> issued)
    {
        ArgumentNullException.ThrowIfNull(issued);
        for (var running = first; running <= last; running++)
        {
            if (issued.TryGetValue(running, out var number))
            {
                if (number.State == NumberState.Void)
                    yield return new NumberGap(running, GapKind.Void, number.Number, Reason: number.Reason);
            }
            else if (NumberSequence.TryMake(series, running, out var missing))
            {
                yield return new NumberGap(running, GapKind.Unexplained, missing);
            }
            else
            {
                yield return new NumberGap(running, GapKind.Skipped,
                    Check: Mod1271x36.Compute(System.FormattableString.Invariant($"{series}{running:0000000}")));
            }
        }
    }
}

/// <summary>The explanation of a series' gaps: issued and skipped numbers together are all running numbers up to the highest.</summary>
/// <param name="Code">The series.</param>
/// <param name="HighestRunning">The highest running number issued; every one from 1 to it is accounted for.</param>
/// <param name="Issued">How many numbers were issued, void ones included.</param>
/// <param name="Skipped">How many were left out because of their check characters.</param>
/// <param name="Gaps">One page of the running numbers that are not in use, in order.</param>
public sealed record NumberGaps(SeriesCode Code, int HighestRunning, int Issued, int Skipped, Page<NumberGap> Gaps);
