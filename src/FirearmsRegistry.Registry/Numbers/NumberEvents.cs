using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>A series of national numbers was opened.</summary>
/// <param name="Country">The country that issues them.</param>
/// <param name="Year">The year of marking in four digits.</param>
/// <param name="Class">The class of arms.</param>
public sealed record NumberSeriesOpened(CountryCode Country, int Year, ClassLetter Class);

/// <summary>The numbers of a range were issued; the running numbers left out in it have check characters with I, O or Q.</summary>
/// <param name="Series">The series.</param>
/// <param name="FirstRunning">The running number of the first one issued.</param>
/// <param name="LastRunning">The running number of the last one issued.</param>
/// <param name="Count">How many were issued.</param>
/// <param name="FirearmIds">The firearms they are reserved for, in the order of the numbers; none for numbers in stock.</param>
public sealed record NumbersIssued(
    SeriesCode Series, int FirstRunning, int LastRunning, int Count, IReadOnlyList<Guid>? FirearmIds = null)
{
    /// <summary>The numbers issued, in order.</summary>
    public IEnumerable<NationalNumber> Numbers()
    {
        for (var running = FirstRunning; running <= LastRunning; running++)
        {
            if (NumberSequence.TryMake(Series, running, out var number))
                yield return number;
        }
    }
}

/// <summary>A number that is on no arm was given up; it is never issued again.</summary>
/// <param name="Number">The number.</param>
/// <param name="Reason">Why: what explains the gap.</param>
public sealed record NumberVoided(NationalNumber Number, Note Reason);
