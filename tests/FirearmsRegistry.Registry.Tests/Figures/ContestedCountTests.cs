using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Figures.AssigningContested;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Figures;

public sealed class ContestedCountTests
{
    private static readonly Guid Sofia = new("0198c0de-0000-7000-8000-000000000001");

    private static readonly DateTimeOffset Monday = new(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly RecorderNames Names = new(new Dictionary<Guid, string> { [Sofia] = "sofia" });

    [Fact]
    public void Rows_of_which_nobody_said_anything_wait()
    {
        var count = Assert.Single(ContestedCount.In(File(), [Row(3, 0, 1), Row(9, 20, 2)], Names));

        Assert.Equal(("condition", "otherwise_illicit", 2020), (count.Dimension, count.Category, count.Year));
        Assert.Equal([(3L, ContestedRowState.Waiting), (9L, ContestedRowState.Waiting)], count.Rows.Select(row => (row.Line, row.State)));
        Assert.All(count.Rows, row => Assert.Empty(row.Said));
    }

    [Fact]
    public void The_row_that_was_named_last_stands_and_the_one_before_it_is_displaced_and_both_keep_what_was_said_by_name()
    {
        var file = File((3, "The first of two."), (9, "UNODC says so."));

        var count = Assert.Single(ContestedCount.In(file, [Row(3, 0, 1), Row(9, 20, 2)], Names));

        Assert.Equal([ContestedRowState.Displaced, ContestedRowState.Standing], count.Rows.Select(row => row.State));
        Assert.Equal([("The first of two.", "sofia"), ("UNODC says so.", "sofia")], count.Rows.Select(row => (row.Said[0].Reason.ToString(), row.Said[0].AssignedByName)));
    }

    [Fact]
    public void Rows_of_different_subjects_are_different_counts_in_the_order_of_the_file()
    {
        var other = Row(1, 7, 1) with { Subject = Row(1, 7, 1).Subject with { Category = "converted" } };

        var counts = ContestedCount.In(File(), [Row(3, 0, 1), Row(9, 20, 2), other, other with { Line = 5, Variant = 2 }], Names);

        Assert.Equal([("converted", 1L), ("otherwise_illicit", 3L)], counts.Select(count => (count.Category, count.Rows[0].Line)));
    }

    [Fact]
    public void A_file_tells_the_years_that_rest_on_it_now_and_not_those_that_did()
    {
        var file = File();

        var details = CountFileDetails.Of(file, Names, [Chosen(2018, file.Id), Chosen(2017, file.Id), Chosen(2019, file.Id, null), Chosen(2016, Guid.CreateVersion7())]);

        Assert.Equal([2017, 2018], details.RestingYears);
        Assert.Equal("sofia", details.RecordedByName);
    }

    private static YearSource Chosen(int year, params Guid?[] files)
    {
        var source = new YearSource();
        foreach (var file in files)
        {
            source.Apply(new Event<YearSourceChosen>(
                new YearSourceChosen(year, file, file is null ? null : Words("UNODC"), file is null ? null : Hash, Words("Paper.")))
            { Timestamp = Monday });
        }

        return source;
    }

    private static CountFile File(params (long Line, string Reason)[] said)
    {
        var file = new CountFile { Id = new("0198c0de-0000-7000-8000-00000000000f") };
        file.Apply(new Event<CountFileImported>(new CountFileImported(CountFileLayout.Unodc, Words("UNODC"), Hash, null, 4, 2)) { Timestamp = Monday, UserName = Sofia.ToString() });
        foreach (var (minute, (line, reason)) in said.Index())
        {
            file.Apply(new Event<ContestedCountAssigned>(new ContestedCountAssigned(line, Known.Of(20L), Spain, 2020, Code("arms_seized"), Code("condition"),
                Code("otherwise_illicit"), CountedSex.Total, Words(reason)))
            { Timestamp = Monday.AddMinutes(minute + 1), UserName = Sofia.ToString() });
        }

        return file;
    }

    private static CountryCode Spain => CountryCode.Parse("ESP").GetOrThrow();

    private static PhotoHash Hash => PhotoHash.Parse(new string('a', 64)).GetOrThrow();

    private static UnodcCount Row(long line, long value, int variant) =>
        new(new UnodcSubject(Spain, 2020, "arms_seized", "condition", "otherwise_illicit", CountedSex.Total), Known.Of(value), "IAFQ", line, variant);

    private static CountCode Code(string code) => CountCode.Parse(code).GetOrThrow();

    private static Note Words(string text) => Note.Parse(text).GetOrThrow();
}
