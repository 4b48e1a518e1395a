using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Pictures;
using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.MarkingDemo.Hosting;

namespace FirearmsRegistry.MarkingDemo.Running;

/// <summary>The workshop: a simulated machine with a camera above it, the station's program in its folder, and the network to the registry.</summary>
internal sealed class DemoWorkshop : IAsyncDisposable
{
    private const string Program = "registry-station.dll";
    private const string TextPlace = "1";
    private const string SymbolPlace = "2";
    private const int MostPictures = 5;

    private readonly string _folder;
    private readonly CancellationTokenSource _ending = new();
    private readonly SimulatedCamera _camera;
    private readonly Task _taking;

    public DemoWorkshop(string folder, int serverPort)
    {
        _folder = folder;
        Network = new NetworkRelay(serverPort);
        _camera = new SimulatedCamera(Pictures, SymbolPlace, MostPictures);
        _taking = _camera.KeepPicturesAsync(Machine, _ending.Token);
    }

    public NetworkRelay Network { get; }

    public Simulator Machine { get; } = Simulator.Start(new SimulatorOptions(SimulatedProtocol.Tl07) { MarkingTime = TimeSpan.FromMilliseconds(400) });

    public string Pictures => Path.Combine(_folder, "pictures");

    private string PinFile => Path.Combine(_folder, "pin");

    /// <summary>Makes the station's folder and signs the operator in.</summary>
    /// <returns>The station's public key, and the operator's user id.</returns>
    public async Task<(string Key, string Person)> SetUpAsync(Guid station, string accessToken, CancellationToken token)
    {
        var tokenFile = Path.Combine(_folder, "token");
        await File.WriteAllTextAsync(PinFile, "271828\n", token);
        await File.WriteAllTextAsync(tokenFile, accessToken, token);
        var key = await RunAsync(token, "init", "--registry", Network.Address.ToString(), "--station", station.ToString(), "--driver", "technifor",
            "--address", Machine.Address, "--text-place", TextPlace, "--symbol-place", SymbolPlace, "--pictures", Pictures);
        var signedIn = await RunAsync(token, "sign-in", "--token-file", tokenFile);
        File.Delete(tokenFile);
        return (key.Trim(), signedIn.Trim().Split(' ')[^1].TrimEnd('.'));
    }

    /// <summary>Runs a command of the station's program to its end.</summary>
    public Task<string> RunAsync(CancellationToken token, params string[] arguments) => ChildProgram.RunAsync(Program, Whole(arguments), token);

    /// <summary>Starts a command of the station's program.</summary>
    public ChildProgram Start(params string[] arguments) => ChildProgram.Start(Program, Whole(arguments));

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _taking;
        _camera.Dispose();
        await Machine.DisposeAsync();
        await Network.DisposeAsync();
        _ending.Dispose();
    }

    private IEnumerable<string> Whole(string[] arguments) => [.. arguments, "--folder", Path.Combine(_folder, "station"), "--pin-file", PinFile];
}
