using System.Text.Json;
using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Indicators.Tests.Checks;

public sealed class CheckTests
{
    private static readonly Guid[] Items = [.. Enumerable.Range(1, 4).Select(each => new Guid($"0192a000-0000-7000-8000-00000000000{each}"))];

    private static readonly HashSet<Guid> NoItems = [];

    [Fact]
    public void Spain_2020_reconciles_in_every_breakdown()
    {
        var breakdowns = new[] { "byType", "byLocation", "byCondition", "byLegalJustification", "byMarking" }
            .Select(by => new Breakdown(by, AddsUp: true, PublicFigures.Spain2020.GetProperty(by).Deserialize<Dictionary<string, long?>>()!))
            .Append(new Breakdown("bySuspectedOffence", AddsUp: false,
                PublicFigures.Spain2020.GetProperty("bySuspectedOffence").Deserialize<Dictionary<string, long?>>()!))
            .ToArray();

        Assert.Empty(TableChecks.OfBreakdowns(Intake.Seized, 7782, PublicFigures.Seized("ESP", 2020), breakdowns));
        Assert.Empty(TableChecks.OfOutcomes(Intake.Seized, PublicFigures.Seized("ESP", 2020)));
    }

    [Fact]
    public void A_detail_that_does_not_add_up_is_told_with_both_numbers_and_where_to_repair_it()
    {
        var finding = Assert.Single(TableChecks.OfOutcomes(Intake.Seized, PublicFigures.Seized("ESP", 2016)));

        Assert.Equal((CheckKind.DetailAgainstTotal, "detail_against_total/5.1 line 1", 8155, 9745), (finding.Kind, finding.Name, finding.Said, finding.Found));
        Assert.Equal("Line 1 says 8155; lines 1.1 to 1.7 add up to 9745.", finding.Explanation);
        Assert.Contains("table 5.1", finding.Repair, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_public_tables_four_do_not_add_up()
    {
        var findings = PublicFigures.Tables.SelectMany(table => TableChecks.OfOutcomes(table.Intake, table.Counts)
            .Select(finding => $"{table.Country} {table.Year} {finding.Where}: {finding.Said} {finding.Found}"));

        Assert.Equal(
            ["ESP 2016 5.1 line 1: 8155 9745", "ESP 2017 5.1 line 1: 9118 9188", "AUS 2017 5.1 line 2: 217 207", "MDA 2017 5.1 line 2: 5 3"],
            findings);
    }

    [Fact]
    public void What_was_not_reported_is_held_against_nothing()
    {
        Assert.Empty(TableChecks.OfOutcomes(Intake.Found, new OutcomeCounts { UniquelyIdentifiable = 1 }));
        Assert.Empty(TableChecks.OfBreakdowns(Intake.Found, null, OutcomeCounts.FromLines([]), []));
        Assert.Empty(TableChecks.OfBreakdowns(Intake.Found, 5, OutcomeCounts.NotReported,
            [new Breakdown("type", AddsUp: true, new Dictionary<string, long?> { ["pistol"] = null })]));
    }

    [Theory]
    [InlineData(4, "was not recorded")]
    [InlineData(6, "under two categories")]
    public void Types_that_are_not_the_arms_of_their_intake_are_told(long pistols, string repair)
    {
        var finding = Assert.Single(TableChecks.OfBreakdowns(Intake.Surrendered, 5, OutcomeCounts.NotReported,
            [new Breakdown("type", AddsUp: true, new Dictionary<string, long?> { ["pistol"] = pistols, ["rifle"] = null })]));

        Assert.Equal(("surrendered by type", 5, pistols), (finding.Where, finding.Said, finding.Found));
        Assert.Contains(repair, finding.Repair, StringComparison.Ordinal);
    }

    [Fact]
    public void One_arm_of_two_agencies_or_intakes_is_told_once_unless_it_is_known_as_a_duplicate()
    {
        var arm = new Guid("0192a000-0000-7000-8000-0000000000aa");

        var findings = CaseChecks.OfDuplicates(
            [
                new(Items[1], Intake.Seized, "Customs", arm, [], false, NoItems, 2020),
                new(Items[0], Intake.Found, "Police", arm, [], false, NoItems, 2020),
                new(Items[2], Intake.Seized, "Police", null, ["star/bm/9/123"], false, NoItems, 2020),
                new(Items[3], Intake.Seized, "Army", null, ["star/bm/9/123"], true, NoItems, 2020),
            ]);

        var finding = Assert.Single(findings);
        Assert.Equal("One arm is reported 2 times, by Customs and Police, as found and seized.", finding.Explanation);
        Assert.Equal([Items[0], Items[1]], finding.Items);
    }

    [Fact]
    public void Items_that_bear_one_national_number_are_one_arm_from_one_to_the_next()
    {
        var finding = Assert.Single(CaseChecks.OfDuplicates(
            [
                Police(Items[0], null, "number 1"),
                Police(Items[1], null, "number 1", "number 2"),
                Police(Items[2], null, "number 2"),
                Police(Items[3], null, "number 3"),
            ]));

        Assert.Equal(Items[..3], finding.Items);
    }

    [Fact]
    public void Two_known_arms_are_not_one_whatever_was_read_from_them()
    {
        var (one, other) = (new Guid("0192a000-0000-7000-8000-0000000000aa"), new Guid("0192a000-0000-7000-8000-0000000000bb"));

        Assert.Empty(CaseChecks.OfDuplicates([Police(Items[0], one, "number 1"), Police(Items[1], other, "number 1")]));
        Assert.Equal(Items[..2], Assert.Single(CaseChecks.OfDuplicates([Police(Items[0], one, "number 1"), Police(Items[1], null, "number 1")])).Items);
    }

    [Fact]
    public void Items_that_a_person_confirmed_as_distinct_are_not_told_again()
    {
        var distinct = Police(Items[1], null, "number 1") with { DistinctFrom = new HashSet<Guid> { Items[0] } };

        Assert.Empty(CaseChecks.OfDuplicates([Police(Items[0], null, "number 1"), distinct]));
        Assert.Equal([Items[0], Items[2]],
            Assert.Single(CaseChecks.OfDuplicates([Police(Items[0], null, "number 1"), distinct with { DistinctFrom = Items.ToHashSet() }, Police(Items[2], null, "number 1")])).Items);
    }

    [Fact]
    public void A_legal_basis_that_changed_is_told_with_its_items()
    {
        var finding = Assert.Single(CaseChecks.OfLegalBases(
            [new(Items[0], LegalBasis.Criminal, LegalBasis.Administrative), new(Items[1], LegalBasis.Criminal, LegalBasis.Criminal)]));

        Assert.Equal(("criminal to administrative", CheckKind.LegalBasisChanged), (finding.Where, finding.Kind));
        Assert.Equal([Items[0]], finding.Items);
    }

    [Fact]
    public void A_trace_is_late_only_past_the_clock_of_its_class()
    {
        var now = new DateTimeOffset(2021, 6, 30, 0, 0, 0, TimeSpan.Zero);

        var findings = CaseChecks.OfPendingTraces(
            [
                new(Items[0], "domestic routine", now.AddDays(-90), now),
                new(Items[1], "domestic routine", now.AddDays(-91), now.AddDays(-1)),
                new(Items[2], "outbound urgent", now.AddHours(-25), now.AddHours(-1)),
                new(Items[3], "historical", now.AddYears(-9), null),
            ],
            now);

        Assert.Equal(["domestic routine", "outbound urgent"], findings.Select(finding => finding.Where));
        Assert.Equal([Items[1]], findings[0].Items);
        Assert.Equal("1 traces of class domestic routine are pending past their clock; the oldest since 2021-03-31, the latest due 2021-06-29.",
            findings[0].Explanation);
    }

    private static CheckedItem Police(Guid item, Guid? arm, params string[] likenesses) =>
        new(item, Intake.Seized, "Police", arm, likenesses, false, NoItems, 2020);
}
