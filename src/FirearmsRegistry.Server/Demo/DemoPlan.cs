using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Server.Demo;

/// <summary>
/// Invents case records whose marginal counts are exactly the published ones. The same seed gives the same records, so that an
/// interrupted load can go on.
/// </summary>
internal sealed class DemoPlan
{
    private const int Seed = 20201642;

    private readonly Random _random = new(Seed);

    private DemoPlan(PublishedCounts counts)
    {
        Counts = counts;
        Arms = Invent(counts);
        Seizures = Group(Arms);
    }

    public PublishedCounts Counts { get; }

    public IReadOnlyList<PlannedArm> Arms { get; }

    public IReadOnlyList<PlannedSeizure> Seizures { get; }

    public static DemoPlan Of(PublishedCounts counts) => new(counts);

    private List<PlannedArm> Invent(PublishedCounts counts)
    {
        // The never-marked arms are the assembled and otherwise illicitly made ones; all other marginals are independent of each other.
        var unmarked = counts.Of(ArmCondition.Assembled) + counts.Of(ArmCondition.OtherwiseIllicitlyManufactured);
        var total = counts.ArmsSeized;
        var illicit = Repeat([ArmCondition.Assembled, ArmCondition.OtherwiseIllicitlyManufactured], counts.Of);
        var conditions = illicit.Concat(Shuffled(Repeat(
            [ArmCondition.IndustriallyManufactured, ArmCondition.Converted, ArmCondition.Modified, ArmCondition.Reactivated], counts.Of))).ToList();
        var erased = counts.Of(IafqMarking.NoMarking) - unmarked;
        var damaged = Enumerable.Repeat(MarkingState.Altered, counts.Of(IafqMarking.AlteredMarking))
            .Concat(Enumerable.Repeat(MarkingState.Erased, erased))
            .Concat(Enumerable.Repeat(MarkingState.UniquelyMarked, counts.Of(IafqMarking.UniquelyMarked)));
        var markings = Enumerable.Repeat(MarkingState.NeverMarked, unmarked).Concat(damaged).ToList();
        var stories = Enumerable.Repeat(ArmStory.NotRegistered, total - counts.Of(IafqMarking.UniquelyMarked)).Concat(Shuffled(Stories(counts))).ToList();
        var types = Shuffled(Types(counts));
        var profiles = Profiles(counts, total);
        return [.. Enumerable.Range(0, total).Select(i => new PlannedArm(i, types[i], conditions[i], markings[i], stories[i], profiles[i]))];
    }

    /// <summary>How many arms have which life; the counts behind lines 1.1 to 1.6 say how often each kind of life must occur.</summary>
    private static IEnumerable<ArmStory> Stories(PublishedCounts counts)
    {
        var diverted = counts.Of(OutcomeLine.IllegitimateOwner);
        var lost = diverted / 5;
        var passedOn = diverted / 5;
        var dealer = diverted / 10;
        return Enumerable.Repeat(ArmStory.HeldByPossessor, counts.Of(OutcomeLine.LegitimateOwner))
            .Concat(Enumerable.Repeat(ArmStory.Stolen, diverted - lost - passedOn - dealer))
            .Concat(Enumerable.Repeat(ArmStory.Lost, lost))
            .Concat(Enumerable.Repeat(ArmStory.PassedOn, passedOn))
            .Concat(Enumerable.Repeat(ArmStory.DealerStock, dealer))
            .Concat(Enumerable.Repeat(ArmStory.ExportConfirmed, counts.Of(OutcomeLine.ForeignRegistry)))
            .Concat(Enumerable.Repeat(ArmStory.ExportDenied, counts.Of(OutcomeLine.NotIdentified)))
            .Concat(Enumerable.Repeat(ArmStory.ExportUnanswered, counts.Of(OutcomeLine.Pending)));
    }

    private static IEnumerable<ArmType> Types(PublishedCounts counts)
    {
        foreach (var reported in Enum.GetValues<IafqType>())
        {
            var kinds = Enum.GetValues<ArmType>().Where(type => type.IafqType() == reported).ToList();
            for (var i = 0; i < counts.Of(reported); i++)
                yield return kinds[i % kinds.Count];
        }
    }

    private List<SeizureProfile> Profiles(PublishedCounts counts, int total)
    {
        var locations = Shuffled(Repeat(Enum.GetValues<LocationKind>(), counts.Of));
        var justifications = Shuffled(Repeat(Enum.GetValues<LegalJustification>(), counts.Of));
        var offences = Repeat(Enum.GetValues<SuspectedOffence>(), counts.Of).Select(offence => (SuspectedOffence?)offence).ToList();
        var further = Shuffled(offences.Concat(Enumerable.Repeat<SuspectedOffence?>(null, total - offences.Count)));
        return [.. Enumerable.Range(0, total).Select(i => new SeizureProfile(locations[i], justifications[i], further[i]))];
    }

    /// <summary>As many seizures as cases were reported: the arms beyond that number join a seizure of the same profile.</summary>
    private List<PlannedSeizure> Group(IReadOnlyList<PlannedArm> arms)
    {
        var joining = arms.Count - Counts.Cases;
        var seizures = new List<List<PlannedArm>>();
        foreach (var alike in arms.GroupBy(arm => arm.Profile))
        {
            List<PlannedArm>? open = null;
            foreach (var arm in alike)
            {
                if (open is not null && joining > 0)
                {
                    open.Add(arm);
                    joining--;
                    open = open.Count < 3 ? open : null;
                    continue;
                }

                open = [arm];
                seizures.Add(open);
            }
        }

        return [.. Shuffled(seizures).Select((group, i) => new PlannedSeizure(i, Day(i), group[0].Profile, group))];
    }

    private DateOnly Day(int index) => new DateOnly(Counts.Year, 1, 1).AddDays((int)((long)index * 366 / Counts.Cases));

    private static IEnumerable<T> Repeat<T>(IEnumerable<T> codes, Func<T, int> count) => codes.SelectMany(code => Enumerable.Repeat(code, count(code)));

    private List<T> Shuffled<T>(IEnumerable<T> values)
    {
        var list = values.ToArray();
        _random.Shuffle(list);
        return [.. list];
    }
}
