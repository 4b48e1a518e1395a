using System.Security.Cryptography;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.MachineSimulator.Pictures;
using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station;
using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.ReadingBack;
using FirearmsRegistry.Station.SigningIn;
using FirearmsRegistry.Station.Speaking;
using FirearmsRegistry.Symbols.Engine;

namespace FirearmsRegistry.Benchmarks.Marking;

/// <summary>The station's program in this process, with a simulated machine without mechanical delay and a camera above it.</summary>
internal sealed class BenchmarkStation : ICamera, IOperator, IAsyncDisposable
{
    private const string TextPlace = "1";
    private const string SymbolPlace = "2";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benchmark-station-");
    private readonly Simulator _machine = Simulator.Start(new SimulatorOptions(SimulatedProtocol.Tl07));
    private readonly SimulatedCamera _camera = new("", SymbolPlace);
    private readonly ZXingSymbolEngine _engine = new();
    private readonly (ECDsa Station, ECDsa Person) _keys = (ECDsa.Create(ECCurve.NamedCurves.nistP256), ECDsa.Create(ECCurve.NamedCurves.nistP256));
    private readonly HttpClient _http;
    private readonly LogFile _log;
    private readonly OpenStation _station;
    private int _shots;

    public BenchmarkStation(RegistryServer server, Guid id, string accessToken)
    {
        var settings = new StationSettings(
            server.Address, id, new MachineSettings { Driver = "technifor", Address = _machine.Address }, TextPlace, SymbolPlace, _folder.FullName);
        var clock = new StationClock(TimeProvider.System);
        var tokens = new FixedToken(accessToken);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        _log = LogFile.Open(Path.Combine(_folder.FullName, "station.db"));
        Person = DeviceSignIn.Of(accessToken, null).Subject;
        _station = new OpenStation(settings, Path.Combine(_folder.FullName, "frames"), _log, Person, _keys,
            new RegistryApi(_http, tokens, clock, TimeSpan.FromSeconds(1)), clock, this, this, _engine, new Journal(TextWriter.Null), TimeProvider.System);
    }

    public string Person { get; }

    public string StationKey => SigningKey.Of(_keys.Station).ToString();

    public string OperatorKey => SigningKey.Of(_keys.Person).ToString();

    /// <summary>What the machine cut.</summary>
    public IReadOnlyList<string> CutTexts => [.. _machine.Cuts.Select(cut => cut.Texts[TextPlace])];

    public Task<int> WorkAsync(CancellationToken token) => _station.Work.RunAsync(int.MaxValue, untilNone: true, token);

    // A picture that cannot be read is taken again in another light.
    public IReadOnlyList<Picture> Taken(DateTimeOffset since, DateTimeOffset until, IReadOnlySet<string> known)
    {
        var cut = _machine.Cuts[^1];
        return [new Picture($"{++_shots}", _camera.TakeAsync(cut, _shots, CancellationToken.None).GetAwaiter().GetResult())];
    }

    public Task<string?> KeyTextAsync(Picture picture, CancellationToken token) => Task.FromResult<string?>(_machine.Cuts[^1].Texts[TextPlace]);

    public async ValueTask DisposeAsync()
    {
        await _station.DisposeAsync();
        await _machine.DisposeAsync();
        _camera.Dispose();
        _engine.Dispose();
        _log.Dispose();
        _http.Dispose();
        _keys.Station.Dispose();
        _keys.Person.Dispose();
        _folder.Delete(recursive: true);
    }

    private sealed class FixedToken(string accessToken) : ITokens
    {
        public Task<string> AccessTokenAsync(CancellationToken token) => Task.FromResult(accessToken);
    }
}
