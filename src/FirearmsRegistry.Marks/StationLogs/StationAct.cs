using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.StationLogs;

/// <summary>What an entry of a station's log records. The body of each is the body of the REST call that does the same with a network.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum StationAct
{
    /// <summary>A mark was ordered with a number lent to the station: the body of <c>POST /marking-jobs</c>, with the job's id.</summary>
    Ordered,

    /// <summary>The station took a job: the body of <c>claims</c>.</summary>
    Claimed,

    /// <summary>The machine is about to be told to go: the body of <c>starts</c>. Written, and safe on disk, before it is told.</summary>
    Started,

    /// <summary>What went between station and machine: the body of <c>frames</c>.</summary>
    FramesRecorded,

    /// <summary>What the machine said: the body of <c>finishes</c>.</summary>
    Finished,

    /// <summary>What camera and operator read: the body of <c>readings</c>.</summary>
    ReadBack,

    /// <summary>Anything else that the station keeps for the record, such as its own restart: an object with <c>text</c>.</summary>
    Noted,
}
