using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Indicators.Counts;

/// <summary>
/// The arms per line of one tracing table (IAFQ 5.1, 5.2 or 5.3) or of several added together, in arms.
/// Null is not reported; zero is a reported zero. The totals of groups 1 and 2 are kept as reported beside their detail, because in the
/// published tables the two do not always agree.
/// </summary>
public sealed record OutcomeCounts
{
    /// <summary>A table in which nothing was reported.</summary>
    public static OutcomeCounts NotReported { get; } = new();

    /// <summary>Line 1: all uniquely identifiable arms, as reported.</summary>
    public long? UniquelyIdentifiable { get; init => field = NotNegative(value); }

    /// <summary>Line 1.1.</summary>
    public long? LegitimateOwner { get; init => field = NotNegative(value); }

    /// <summary>Line 1.2.</summary>
    public long? IllegitimateOwner { get; init => field = NotNegative(value); }

    /// <summary>Line 1.3.</summary>
    public long? ForeignRegistry { get; init => field = NotNegative(value); }

    /// <summary>Line 1.4.</summary>
    public long? OtherwiseIdentified { get; init => field = NotNegative(value); }

    /// <summary>Line 1.5.</summary>
    public long? Pending { get; init => field = NotNegative(value); }

    /// <summary>Line 1.6.</summary>
    public long? NotIdentified { get; init => field = NotNegative(value); }

    /// <summary>Line 1.7.</summary>
    public long? NotInitiated { get; init => field = NotNegative(value); }

    /// <summary>Line 2: all arms that are not uniquely identifiable, as reported.</summary>
    public long? NotUniquelyIdentifiable { get; init => field = NotNegative(value); }

    /// <summary>Line 2.a.</summary>
    public long? ErasedOrAltered { get; init => field = NotNegative(value); }

    /// <summary>Line 2.b.</summary>
    public long? IllicitlyManufactured { get; init => field = NotNegative(value); }

    /// <summary>Line 2.c.</summary>
    public long? NoFurtherInformation { get; init => field = NotNegative(value); }

    /// <summary>Line 3.</summary>
    public long? MarkingUnknown { get; init => field = NotNegative(value); }

    /// <summary>The count of one line.</summary>
    public long? this[OutcomeLine line] => line switch
    {
        OutcomeLine.LegitimateOwner => LegitimateOwner,
        OutcomeLine.IllegitimateOwner => IllegitimateOwner,
        OutcomeLine.ForeignRegistry => ForeignRegistry,
        OutcomeLine.OtherwiseIdentified => OtherwiseIdentified,
        OutcomeLine.Pending => Pending,
        OutcomeLine.NotIdentified => NotIdentified,
        OutcomeLine.NotInitiated => NotInitiated,
        OutcomeLine.ErasedOrAltered => ErasedOrAltered,
        OutcomeLine.IllicitlyManufactured => IllicitlyManufactured,
        OutcomeLine.NoFurtherInformation => NoFurtherInformation,
        OutcomeLine.MarkingUnknown => MarkingUnknown,
    };

    /// <summary>Line 1 as reported, or the sum of lines 1.1 to 1.7 where it was not.</summary>
    public long? EffectiveUniquelyIdentifiable => UniquelyIdentifiable ?? Sum(line => line.IsUniquelyIdentifiable());

    /// <summary>Line 2 as reported, or the sum of lines 2.a to 2.c where it was not.</summary>
    public long? EffectiveNotUniquelyIdentifiable => NotUniquelyIdentifiable ?? Sum(line => line.IsNotUniquelyIdentifiable());

    /// <summary>All arms of the table: lines 1, 2 and 3.</summary>
    public long? Total => Reported.Add(Reported.Add(EffectiveUniquelyIdentifiable, EffectiveNotUniquelyIdentifiable), MarkingUnknown);

    /// <summary>The sum of the lines asked for; null when none of them was reported.</summary>
    public long? Sum(params IEnumerable<OutcomeLine> lines) => Reported.Sum(lines.Select(line => this[line]));

    /// <summary>
    /// Counts the arms of a register, where every line is known: what does not occur is zero, and the totals are the sums of their lines.
    /// </summary>
    public static OutcomeCounts FromLines(IEnumerable<OutcomeLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return FromTallies(lines.CountBy(line => line).Select(tally => KeyValuePair.Create(tally.Key, (long)tally.Value)));
    }

    /// <summary>The same from arms already counted per line, as a query returns them. A line that is named twice is added.</summary>
    public static OutcomeCounts FromTallies(IEnumerable<KeyValuePair<OutcomeLine, long>> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var of = OutcomeLines.All.ToDictionary(line => line, _ => 0L);
        foreach (var (line, count) in tallies)
        {
            of[line] = checked(of[line] + count);
        }

        return new OutcomeCounts
        {
            UniquelyIdentifiable = of.Where(tally => tally.Key.IsUniquelyIdentifiable()).Sum(tally => tally.Value),
            LegitimateOwner = of[OutcomeLine.LegitimateOwner],
            IllegitimateOwner = of[OutcomeLine.IllegitimateOwner],
            ForeignRegistry = of[OutcomeLine.ForeignRegistry],
            OtherwiseIdentified = of[OutcomeLine.OtherwiseIdentified],
            Pending = of[OutcomeLine.Pending],
            NotIdentified = of[OutcomeLine.NotIdentified],
            NotInitiated = of[OutcomeLine.NotInitiated],
            NotUniquelyIdentifiable = of.Where(tally => tally.Key.IsNotUniquelyIdentifiable()).Sum(tally => tally.Value),
            ErasedOrAltered = of[OutcomeLine.ErasedOrAltered],
            IllicitlyManufactured = of[OutcomeLine.IllicitlyManufactured],
            NoFurtherInformation = of[OutcomeLine.NoFurtherInformation],
            MarkingUnknown = of[OutcomeLine.MarkingUnknown],
        };
    }

    /// <summary>Adds tables, such as those of the three intakes. See <see cref="Add"/>.</summary>
    public static OutcomeCounts operator +(OutcomeCounts left, OutcomeCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.Add(right);
    }

    /// <summary>
    /// Adds line by line: a line is not reported in the sum when neither table reports it. Where only one table reports a total,
    /// the sum of the other's detail stands in for its missing total, so that no reported arm is lost.
    /// </summary>
    public OutcomeCounts Add(OutcomeCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new OutcomeCounts
        {
            UniquelyIdentifiable = (UniquelyIdentifiable ?? other.UniquelyIdentifiable) is null
                ? null
                : Reported.Add(EffectiveUniquelyIdentifiable, other.EffectiveUniquelyIdentifiable),
            LegitimateOwner = Reported.Add(LegitimateOwner, other.LegitimateOwner),
            IllegitimateOwner = Reported.Add(IllegitimateOwner, other.IllegitimateOwner),
            ForeignRegistry = Reported.Add(ForeignRegistry, other.ForeignRegistry),
            OtherwiseIdentified = Reported.Add(OtherwiseIdentified, other.OtherwiseIdentified),
            Pending = Reported.Add(Pending, other.Pending),
            NotIdentified = Reported.Add(NotIdentified, other.NotIdentified),
            NotInitiated = Reported.Add(NotInitiated, other.NotInitiated),
            NotUniquelyIdentifiable = (NotUniquelyIdentifiable ?? other.NotUniquelyIdentifiable) is null
                ? null
                : Reported.Add(EffectiveNotUniquelyIdentifiable, other.EffectiveNotUniquelyIdentifiable),
            ErasedOrAltered = Reported.Add(ErasedOrAltered, other.ErasedOrAltered),
            IllicitlyManufactured = Reported.Add(IllicitlyManufactured, other.IllicitlyManufactured),
            NoFurtherInformation = Reported.Add(NoFurtherInformation, other.NoFurtherInformation),
            MarkingUnknown = Reported.Add(MarkingUnknown, other.MarkingUnknown),
        };
    }

    private long? Sum(Func<OutcomeLine, bool> belongs) => Sum(OutcomeLines.All.Where(belongs));

    private static long? NotNegative(long? value)
    {
        if (value is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(value));
        }

        return value;
    }
}
