using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.Stations.ReadingConflicts;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Marking.Conflicts;

/// <summary>One fact, as the station's log tells it and as the register has it.</summary>
/// <param name="Fact">The key of its name.</param>
/// <param name="Log">What the log tells; null where it tells nothing of it.</param>
/// <param name="Register">What the register has; null where it has nothing.</param>
internal sealed record ConflictSide(string Fact, Markup? Log, Markup? Register)
{
    /// <summary>Whether both tell something, and not the same.</summary>
    public bool Differs => Log is { } log && Register is { } register && log != register;
}

/// <summary>Puts the two sides of a conflict side by side.</summary>
internal static class ConflictSides
{
    /// <summary>The facts of which one side at least tells something.</summary>
    /// <param name="words">The reader's language.</param>
    /// <param name="conflict">The entry.</param>
    /// <param name="job">The job as the register has it; null where it has none.</param>
    /// <param name="stationOf">What a station is called.</param>
    /// <param name="armOf">What an arm is called; null where that is not known.</param>
    public static IReadOnlyList<ConflictSide> Of(
        Words words, LogConflictDetails conflict, MarkingJobDetails? job, Func<Guid, string> stationOf, Func<Guid, string?> armOf)
    {
        var told = conflict.Told;
        return
        [
            .. new ConflictSide[]
            {
                new("marking.conflicts.when", Moment(words, conflict.At), MomentOf(conflict.Conflict.Act, job) is { } at ? Moment(words, at) : null),
                new("marking.conflicts.clock", Markup.Figure("± " + conflict.UncertaintySeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s"), null),
                new("marking.conflicts.operator", Markup.Free(conflict.OperatorName ?? conflict.Operator),
                    (conflict.RecordedByName ?? conflict.RecordedBy) is { } recorder ? Markup.Free(recorder) : null),
                new("marking.station", Markup.Free(stationOf(conflict.StationId)), (job?.ClaimedBy ?? job?.StationId) is { } station ? Markup.Free(stationOf(station)) : null),
                new("marking.arm", Arm(told, armOf), job is null ? null : Arm(job.FirearmId, armOf)),
                new("marking.number", Number(told), job?.Number is { } number ? Markup.Figure(number.Printed) : null),
                new("marking.conflicts.ordered_text", null, job is null ? null : Markup.Mark(job.Mark.Text.ToString())),
                new("marking.reading.text", Text(told, "keyedText") is { } keyed ? Markup.Mark(keyed) : null,
                    job?.LastReading is { } reading ? Markup.Mark(reading.KeyedText.ToString()) : null),
                new("marking.payload", Figure(told, "payload", conflict.Conflict.Act == StationAct.ReadBack), job?.Payload is { } payload ? Markup.Figure(payload.ToString()) : null),
                new("marking.conflicts.outcome",
                    Codes.TryParse<MachineOutcome>(Text(told, "outcome"), out var outcome) ? Markup.Words(words.Of(outcome)) : null, null),
                new("marking.explanation", Free(told, "explanation"), job?.Explanation is { } explanation ? Markup.Free(explanation.ToString()) : null),
                new("marking.conflicts.note", Free(told, "text"), null),
                new("marking.frames", told.TryGetProperty("frames", out var frames) && frames.ValueKind == JsonValueKind.Array
                    ? Markup.Figure(words.Number(frames.GetArrayLength())) : null, job is null ? null : Markup.Figure(words.Number(job.Frames))),
                new("marking.conflicts.job_state", null, job is null ? null : Markup.Words(words.Of(job.State))),
            }.Where(side => side.Log is not null || side.Register is not null),
        ];
    }

    private static DateTimeOffset? MomentOf(StationAct act, MarkingJobDetails? job) => act switch
    {
        StationAct.Ordered => job?.OrderedAt,
        StationAct.Started => job?.StartedAt,
        StationAct.Finished => job?.FinishedAt,
        _ => null,
    };

    private static Markup Moment(Words words, DateTimeOffset at) => Markup.Free(words.Moment(at));

    private static Markup? Arm(JsonElement told, Func<Guid, string?> armOf) => Text(told, "firearmId") is not { } text ? null
        : Guid.TryParse(text, out var id) ? Arm(id, armOf) : Markup.Figure(text);

    private static Markup Arm(Guid id, Func<Guid, string?> armOf) => armOf(id) is { Length: > 0 } name ? Markup.Free(name) : Markup.Figure(id.ToString());

    private static Markup? Number(JsonElement told) => Text(told, "number") is not { } text ? null
        : Markup.Figure(NationalNumber.Parse(text).TryGet(out var number, out _) ? number.Printed : text);

    private static Markup? Figure(JsonElement told, string member, bool asked) =>
        asked && Text(told, member) is { } text ? Markup.Figure(text) : null;

    private static Markup? Free(JsonElement told, string member) => Text(told, member) is { } text ? Markup.Free(text) : null;

    private static string? Text(JsonElement told, string member) =>
        told.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
