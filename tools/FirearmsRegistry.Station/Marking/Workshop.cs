using System.Globalization;
using System.Text.Json.Nodes;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.Merging;
using FirearmsRegistry.Station.ReadingBack;

namespace FirearmsRegistry.Station.Marking;

/// <summary>
/// Does marking jobs one after the other: the machine is loaded, the start is recorded, then the machine is told to go, once; what it says
/// and what is read from the metal is logged, and merged beside the work.
/// </summary>
internal sealed class Workshop(
    StationSettings settings, SigningLog log, JobStories stories, JobStock stock, StartRecorder starts, MachineOrders orders, IMachineDriver machine,
    FrameSpool frames, MarkReader reader, MergePump pump, Journal journal)
{
    private TimeSpan PictureWait => TimeSpan.FromSeconds(settings.PictureWaitSeconds);

    /// <summary>What an earlier run left without an end: nobody knows what is on the metal, and the machine is never told again.</summary>
    public void EndInterrupted()
    {
        foreach (var job in stories.Where(story => story.WasInterrupted))
            EndUnknown(job, "The station was interrupted between the start and the machine's answer.");
    }

    /// <summary>Logs that nobody knows what is on the metal.</summary>
    public void EndUnknown(Guid job, string explanation)
    {
        Finish(job, JobStory.Unknown, explanation);
        journal.Say(job, "unknown: a person must look at the arm, it stays in quarantine until then");
    }

    /// <summary>Does one job from the loaded machine to the reading. A job whose start the registry does not have stays as it is.</summary>
    /// <exception cref="StationException">The machine cannot be used; nothing was started.</exception>
    public async Task<JobEnd> MarkAsync(StationJob job, CancellationToken token)
    {
        if (!stories[job.Id].MayStart)
            throw new InvalidOperationException("The job was started before.");
        frames.Begin(job.Id);
        PreparedMark prepared;
        try
        {
            if (machine.State == MachineState.Offline)
                await machine.ConnectAsync(token);
            prepared = await machine.PrepareAsync(await orders.OfAsync(job, token), token);
        }
        catch (MachineRefusedException refused)
        {
            return RefusedByMachine(job, refused);
        }

        journal.Say(job.Id, "loaded");
        if (await starts.RecordAsync(job, token) is { } end and not JobEnd.Started)
            return end;
        return await GoAsync(job, prepared) == JobStory.Marked
            ? await ReadBackAsync(job, PictureWait, token)
            : JobEnd.WithoutMark;
    }

    /// <summary>Reads a mark back that was cut.</summary>
    public async Task<JobEnd> ReadBackAsync(StationJob job, TimeSpan wait, CancellationToken token)
    {
        var since = stories[job.Id].StartedAt ?? DateTimeOffset.MinValue;
        var read = await reader.ReadAsync(job, since, stories.NextStartAfter(since), wait, token);
        if (read.Text is null)
        {
            journal.Say(job.Id, $"to be read back: {read.Missing}");
            return JobEnd.Unread;
        }

        log.Append(new LogLine(StationAct.ReadBack, job.Id, BodyOf(read)));
        pump.Due();
        var asOrdered = stories[job.Id].IsReadAsOrdered(job);
        journal.Say(job.Id, asOrdered ? "read back as ordered" : "read back: it differs from the order");
        return asOrdered ? JobEnd.AsOrdered : JobEnd.Different;
    }

    /// <summary>Tells the machine to go. From here on nothing but its answer, or the lack of one, ends the start.</summary>
    private async Task<string> GoAsync(StationJob job, PreparedMark prepared)
    {
        var outcome = await StartAsync(prepared);
        var said = outcome.Result switch
        {
            MarkResult.Marked => JobStory.Marked,
            MarkResult.NotMarked => JobStory.NotMarked,
            MarkResult.UnknownMarkState => JobStory.Unknown,
            _ => throw new InvalidOperationException(),
        };
        Finish(job.Id, said, outcome.Refusal is { } refusal ? Words(refusal) : null);
        journal.Say(job.Id, outcome.Refusal is { } why ? $"{said}: {Words(why)}" : said);
        return said;
    }

    private async Task<MarkOutcome> StartAsync(PreparedMark prepared)
    {
        try
        {
            // The driver's own time limits end the wait; whoever stops the program waits for it.
            return await machine.StartAsync(prepared, CancellationToken.None);
        }
        catch (MachineRefusedException refused)
        {
            // Nothing was sent: so the driver promises.
            return new MarkOutcome(MarkResult.NotMarked, refused.Refusal);
        }
    }

    private void Finish(Guid job, string outcome, string? explanation)
    {
        var finish = new JsonObject { ["stationId"] = settings.StationId, ["outcome"] = outcome };
        if (explanation is not null)
            finish["explanation"] = explanation;
        log.Append([.. frames.LinesOf(job), new LogLine(StationAct.Finished, job, finish)]);
        frames.Forget(job);
        pump.Due();
    }

    private JobEnd RefusedByMachine(StationJob job, MachineRefusedException refused)
    {
        var words = Words(refused.Refusal);
        log.Append([.. frames.LinesOf(job.Id), LogLine.Note($"Job {job.Id} was not started. {words}")]);
        frames.Forget(job.Id);
        journal.Say(job.Id, $"not started: {words}");
        if (refused.Refusal.Origin != RefusalOrigin.Order)
            throw new StationException($"The machine cannot be used. {words}", refused);
        stock.Drop(job.Id, words);
        return JobEnd.NotStarted;
    }

    private JsonObject BodyOf(MarkReading read)
    {
        var body = new JsonObject
        {
            ["stationId"] = settings.StationId,
            ["keyedText"] = read.Text,
            ["readOn"] = StartRecorder.DayOf(starts.Now),
            ["picture"] = read.PictureHash,
        };
        if (read.Payload is not null)
            body["payload"] = read.Payload;
        return body;
    }

    private static string Words(MachineRefusal refusal) => string.Create(CultureInfo.InvariantCulture,
        $"{refusal.Name}{(refusal.MachineCode is { } code ? $" ({code})" : "")}: {refusal.Message}");
}

/// <summary>How far a job came.</summary>
internal enum JobEnd
{
    /// <summary>The start is recorded.</summary>
    Started,

    /// <summary>It was not started and will not be by this station.</summary>
    NotStarted,

    /// <summary>It was not started, since its start can be recorded only with a network.</summary>
    Waits,

    /// <summary>It was started, and the machine did not say that it marked.</summary>
    WithoutMark,

    /// <summary>The mark is there and was not read.</summary>
    Unread,

    /// <summary>The mark was read and differs from the order.</summary>
    Different,

    /// <summary>The mark was read as ordered.</summary>
    AsOrdered,
}
