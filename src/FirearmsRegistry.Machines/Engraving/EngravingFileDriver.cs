using System.Globalization;
using System.Text;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>
/// Hands drawings to an engraver as files in a folder. Nothing ever comes back; so each start ends in an unknown mark state, which a person who looks
/// at the arm resolves.
/// </summary>
internal sealed class EngravingFileDriver : IMachineDriver
{
    private static readonly MachineRefusal NoDrawing = Refusals.Order("drawing-missing", "An engraver without a protocol needs a drawing.");
    private static readonly MachineRefusal HandedOver = Refusals.Order("already-started", "The engraver got this job's file before; a start is never repeated.");
    private static readonly MachineRefusal FolderFailed = new("folder-failed", RefusalOrigin.Line, "The engraver's folder cannot be used.");
    private static readonly MachineRefusal NeverAnswers =
        Refusals.Machine("machine-never-answers", "The engraver takes files and says nothing; only a look at the arm tells whether it cut.");

    private readonly string _folder;
    private readonly EngravingFormat _format;
    private readonly EngravingTool _tool;
    private readonly TimeProvider _clock;
    private readonly IFrameLog _log;
    private PreparedMark? _prepared;

    private EngravingFileDriver(string folder, EngravingFormat format, EngravingTool tool, TimeProvider clock, IFrameLog log)
    {
        _folder = folder;
        _format = format;
        _tool = tool;
        _clock = clock;
        _log = log;
    }

    public MachineState State { get; private set; } = MachineState.Offline;

    public static EngravingFileDriver Create(string folder, OptionReader options, TimeProvider clock, IFrameLog log)
    {
        var format = options.Text("format", Codes.Of(EngravingFormat.Svg));
        return Codes.TryParse<EngravingFormat>(format, out var known)
            ? new EngravingFileDriver(folder, known, EngravingFile.Tool(options), clock, log)
            : throw Refusals.BadSetting($"Option format must be one of: {string.Join(", ", Codes.All<EngravingFormat>())}.").Thrown();
    }

    public Task ConnectAsync(CancellationToken cancellation) => ReadStateAsync(cancellation);

    public Task<MachineState> ReadStateAsync(CancellationToken cancellation)
    {
        State = !Directory.Exists(_folder) ? MachineState.Offline : _prepared is null ? MachineState.Alive : MachineState.Ready;
        return State == MachineState.Offline ? throw FolderFailed.Thrown() : Task.FromResult(State);
    }

    public async Task<PreparedMark> PrepareAsync(MarkingOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        _prepared = null;
        var file = EngravingFile.Write(_format, order.Drawing ?? throw NoDrawing.Thrown(), _tool);
        if (File.Exists(Final(order)))
            throw HandedOver.Thrown();
        try
        {
            await File.WriteAllTextAsync(Waiting(order), file, cancellation);
            if (await File.ReadAllTextAsync(Waiting(order), cancellation) != file)
                throw Refusals.VariableDiffers("file", "", "").Thrown();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            State = MachineState.Offline;
            throw FolderFailed.Thrown(e);
        }

        State = MachineState.Ready;
        return _prepared = new PreparedMark(order, ReadBack.Compared);
    }

    public async Task<MarkOutcome> StartAsync(PreparedMark prepared, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        prepared.Spend();
        if (!ReferenceEquals(prepared, _prepared))
            throw Refusals.PreparedElsewhere.Thrown();
        _prepared = null;
        State = MachineState.Alive;
        var order = prepared.Order;
        try
        {
            _log.Record(new RawFrame(_clock.GetUtcNow(), FrameDirection.Sent, [.. Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(Waiting(order), cancellation))]));
            // A file that is there already was started by an earlier run of this program: moving never replaces it.
            File.Move(Waiting(order), Final(order), overwrite: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A move is whole or not at all; while the file still waits, the engraver has not seen it.
            return File.Exists(Waiting(order))
                ? new MarkOutcome(MarkResult.NotMarked, FolderFailed)
                : new MarkOutcome(MarkResult.UnknownMarkState, FolderFailed);
        }

        return new MarkOutcome(MarkResult.UnknownMarkState, NeverAnswers);
    }

    public Task StopAsync(CancellationToken cancellation) => throw Refusals.NotSupported("stop").Thrown();

    public Task AcknowledgeFaultAsync(CancellationToken cancellation) => throw Refusals.NotSupported("acknowledge a fault").Thrown();

    public ValueTask DisposeAsync()
    {
        State = MachineState.Offline;
        return ValueTask.CompletedTask;
    }

    private string Final(MarkingOrder order) => Path.Combine(_folder, Name(order) + "." + Codes.Of(_format));

    private string Waiting(MarkingOrder order) => Path.Combine(_folder, Name(order) + ".part");

    private static string Name(MarkingOrder order) => order.Job.ToString("D", CultureInfo.InvariantCulture);
}
