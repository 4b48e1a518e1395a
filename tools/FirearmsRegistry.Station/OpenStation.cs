using System.Security.Cryptography;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Station.BorrowingNumbers;
using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.Marking;
using FirearmsRegistry.Station.Merging;
using FirearmsRegistry.Station.Ordering;
using FirearmsRegistry.Station.ReadingBack;
using FirearmsRegistry.Station.Speaking;
using FirearmsRegistry.Station.TakingAlong;
using FirearmsRegistry.Symbols;

namespace FirearmsRegistry.Station;

/// <summary>The parts of a station that is unlocked by a person, put together.</summary>
internal sealed class OpenStation : IAsyncDisposable
{
    private readonly IMachineDriver _machine;
    private readonly MergePump _pump;
    private readonly FrameSpool _frames;

    /// <param name="settings">The station's settings.</param>
    /// <param name="framesFolder">Where the frames of the job at hand are kept.</param>
    /// <param name="file">The log.</param>
    /// <param name="person">The person's user id.</param>
    /// <param name="keys">The station's key and the person's.</param>
    /// <param name="api">The registry.</param>
    /// <param name="clock">The station's clock.</param>
    /// <param name="camera">The camera.</param>
    /// <param name="reader">Who keys the text.</param>
    /// <param name="engine">Reads symbols.</param>
    /// <param name="journal">Tells what happens.</param>
    /// <param name="time">Measures waits.</param>
    public OpenStation(
        StationSettings settings, string framesFolder, LogFile file, string person, (ECDsa Station, ECDsa Person) keys, RegistryApi api,
        StationClock clock, ICamera camera, IOperator reader, ISymbolEngine engine, Journal journal, TimeProvider time)
    {
        var log = new SigningLog(file, settings.StationId, person, keys.Station, keys.Person, clock);
        var stories = new JobStories(file);
        var stock = new JobStock(file);
        var jobs = new RegistryJobs(api, settings.StationId);
        _frames = new FrameSpool(framesFolder, settings.StationId);
        _machine = MachineDrivers.Create(settings.Machine, time, _frames);
        Merging = new LogMerging(api, file, settings.StationId);
        _pump = new MergePump(Merging, journal);
        Numbers = new LentNumberStock(api, file, settings.StationId);
        Ordering = new LocalOrder(settings, Numbers, log, stock, clock);
        Taker = new JobTaker(jobs, stock, clock, journal);
        var starts = new StartRecorder(settings.StationId, jobs, log, stories, stock, Merging, clock, journal);
        var workshop = new Workshop(settings, log, stories, stock, starts, new MachineOrders(settings, engine), _machine, _frames,
            new MarkReader(camera, reader, engine, time), _pump, journal);
        Work = new WorkDay(workshop, Taker, jobs, stories, stock, Merging, _pump, journal, time);
    }

    public LogMerging Merging { get; }

    public LentNumberStock Numbers { get; }

    public LocalOrder Ordering { get; }

    public JobTaker Taker { get; }

    public WorkDay Work { get; }

    public async ValueTask DisposeAsync()
    {
        await _pump.DisposeAsync();
        await _machine.DisposeAsync();
        _frames.Dispose();
        Merging.Dispose();
    }
}
