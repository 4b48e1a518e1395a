using System.Text.Json;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.Stations.MergingLogs;
using FirearmsRegistry.Registry.Stations.ReadingConflicts;
using FirearmsRegistry.Web.Marking.Conflicts;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Marking;

public sealed class ConflictSidesTests
{
    private static readonly Guid Here = Guid.CreateVersion7();

    private static readonly Guid Elsewhere = Guid.CreateVersion7();

    private static readonly Guid Arm = Guid.CreateVersion7();

    [Fact]
    public void What_both_tell_stands_side_by_side_and_what_differs_is_said()
    {
        var job = new MarkingJobDetails
        {
            ClaimedBy = Elsewhere,
            StartedAt = DateTimeOffset.UnixEpoch,
            Mark = MarkingJobExamples.Mark.With(MarkingJobExamples.Reading.KeyedText),
            State = MarkingJobState.Verified,
        };

        var sides = Sides(StationAct.Started, """{"startedOn":"1970-01-01"}""", job, "Ann Example").ToDictionary(side => side.Fact);

        Assert.True(sides["marking.station"].Differs);
        Assert.False(sides["marking.conflicts.operator"].Differs);
        Assert.Contains("Ann Example", sides["marking.conflicts.operator"].Register!.Value.Html, StringComparison.Ordinal);
        Assert.False(sides["marking.conflicts.when"].Differs);
        Assert.Null(sides["marking.conflicts.ordered_text"].Log);
        Assert.DoesNotContain("marking.number", sides.Keys);
    }

    [Fact]
    public void Where_the_register_has_no_job_the_log_stands_alone()
    {
        var sides = Sides(StationAct.ReadBack, """{"keyedText":"A\u202e1","payload":"00ff"}""", null);

        Assert.All(sides, side => Assert.Null(side.Register));
        Assert.Contains("U+202E", sides.Single(side => side.Fact == "marking.reading.text").Log!.Value.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_that_an_order_asks_for_is_no_content_of_a_symbol() =>
        Assert.DoesNotContain(Sides(StationAct.Ordered, """{"payload":"bare_number"}""", null), side => side.Fact == "marking.payload");

    [Fact]
    public void An_arm_is_told_by_its_name_and_one_that_has_none_by_its_id()
    {
        var told = Sides(StationAct.Ordered, $$"""{"firearmId":"{{Arm}}"}""", null).Single(side => side.Fact == "marking.arm");
        var other = Sides(StationAct.Ordered, $$"""{"firearmId":"{{Elsewhere}}"}""", null).Single(side => side.Fact == "marking.arm");

        Assert.Contains("Example Arms E9", told.Log!.Value.Html, StringComparison.Ordinal);
        Assert.Contains(Elsewhere.ToString(), other.Log!.Value.Html, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ConflictSide> Sides(StationAct act, string told, MarkingJobDetails? job, string? recordedBy = null) => ConflictSides.Of(
        Words.In(ReportLanguage.En),
        new LogConflictDetails(Here, new LogConflict(2, act, Guid.CreateVersion7(), "urn:x", "", false), null, DateTimeOffset.UnixEpoch, 1, "somebody",
            JsonSerializer.Deserialize<JsonElement>(told), "Ann Example", recordedBy is null ? null : "somebody", recordedBy),
        job, station => station.ToString(), arm => arm == Arm ? "Example Arms E9" : null);
}
