using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.FindingCandidates;

/// <summary>The arms that most probably carry the marks that were read from the arm to be traced.</summary>
/// <param name="Statement">What candidates are, and what they are not.</param>
/// <param name="Marks">Each mark as read with its candidates; those on frame or receiver first.</param>
/// <param name="MarksLeftOut">How many further marks were not searched by: beyond the most, or of symbols alone.</param>
public sealed record TraceCandidates(string Statement, IReadOnlyList<MarkCandidates> Marks, int MarksLeftOut);

/// <summary>One mark as read and its candidates.</summary>
/// <param name="Kind">What the mark seems to be for.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Mark">What was searched by.</param>
/// <param name="Restored">Whether a laboratory made it readable again.</param>
/// <param name="MarksWeighed">How many registered marks were compared: all of them.</param>
/// <param name="Scripts">The scripts of its letters, and of digits that only one script has; none where it has neither.</param>
/// <param name="MixesScripts">Whether letters of several scripts stand beside each other in the reading: a reason to look again.</param>
/// <param name="Candidates">The arms that most probably carry it, best first.</param>
public sealed record MarkCandidates(
    MarkKind Kind, ComponentKind Component, MarkReading Mark, bool Restored, int MarksWeighed, IReadOnlyList<MarkScripts> Scripts, bool MixesScripts,
    IReadOnlyList<CandidateArm> Candidates);

/// <summary>The marks by which candidates for a request are searched, and what is known of the arm beside them.</summary>
/// <param name="Marks">The marks, each once.</param>
/// <param name="LeftOut">How many were too many, or cannot be searched by.</param>
internal sealed record CandidateQuestions(IReadOnlyList<AskedMark> Marks, int LeftOut)
{
    public const int MostMarks = 10;

    public static CandidateQuestions Of(SeizedItem item) => Of(
        [.. item.Item.Marks.Select(mark => new AskedMark(mark.Kind, mark.Component, false, mark.Reading)), .. item.Restorations.Select(AskedMark.Of)],
        item.Item.Maker, item.Item.Model, item.Item.Calibre, item.Item.ManufactureCountry, item.Item.YearOfManufacture);

    public static CandidateQuestions Of(AskedArm arm) => Of(
        [.. arm.Marks.Select(mark => new AskedMark(mark.Kind, mark.Component, false, mark.Reading))],
        arm.Maker, arm.Model, arm.Calibre, arm.ManufactureCountry, arm.YearOfManufacture);

    private static CandidateQuestions Of(
        IReadOnlyList<AskedMark> marks, Known<ShortText> maker, Known<ShortText> model, Known<ShortText> calibre, Known<CountryCode> country,
        Known<int> year)
    {
        AskedMark[] all = [.. marks.DistinctBy(mark => mark.Reading)];
        AskedMark[] searched =
        [
            .. all.Where(mark => mark.Reading.IsComparable)
                .OrderByDescending(mark => mark.Component is ComponentKind.Frame or ComponentKind.Receiver)
                .ThenByDescending(mark => mark.Kind is MarkKind.Manufacture or MarkKind.NationalNumber),
        ];
        return new CandidateQuestions(
            [.. searched.Take(MostMarks).Select(mark => mark with
            {
                Search = new CandidateSearchRequest(mark.Reading, Value(maker), Value(model), Value(calibre), Value(country), Value(year)),
            })],
            all.Length - Math.Min(searched.Length, MostMarks));
    }

    private static T? Value<T>(Known<T> known)
        where T : struct => known.TryGet(out var value) ? value : null;
}

/// <summary>A mark that candidates are searched by.</summary>
internal sealed record AskedMark(MarkKind Kind, ComponentKind Component, bool Restored, MarkReading Reading)
{
    public CandidateSearchRequest Search { get; init; } = new(Reading);

    public static AskedMark Of(SeizedItemMarksRestored restoration) => new(
        RestoredMarks.KindOf(restoration), RestoredMarks.Component, true, MarkReading.Exactly(restoration.Serial ?? restoration.RestoredText));
}
