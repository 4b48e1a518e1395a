using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Pictures;
using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Station;

namespace FirearmsRegistry.EndToEnd.Tests.Stations;

/// <summary>A workshop: the station's program in its folder, a simulated machine with a camera above it, and a network that can be cut.</summary>
internal sealed class StationBench : IAsyncDisposable
{
    public const string TextPlace = "1";

    public const string SymbolPlace = "2";

    // A picture of dotted metal that cannot be read is taken again in another light, as a person would.
    private const int Shots = 5;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("station-");
    private readonly CancellationTokenSource _ending = new();
    private readonly SimulatedCamera _camera;
    private readonly Task _taking;
    private readonly MarkingScenario _marking;

    private StationBench(RegistryHost host, MarkingScenario marking, Guid id)
    {
        (Id, _marking) = (id, marking);
        Network = new NetworkRelay(host.Address.Port);
        _camera = new SimulatedCamera(Pictures, SymbolPlace, Shots);
        _taking = _camera.KeepPicturesAsync(Machine, _ending.Token);
    }

    /// <summary>The station's id at the registry.</summary>
    public Guid Id { get; }

    /// <summary>The line to the registry.</summary>
    public NetworkRelay Network { get; }

    public Simulator Machine { get; } = Simulator.Start(new SimulatorOptions(SimulatedProtocol.Tl07) { MarkingTime = TimeSpan.FromMilliseconds(20) });

    public string Folder => Path.Combine(_place.FullName, "station");

    private string Pictures => Path.Combine(_place.FullName, "pictures");

    private string PinFile => Path.Combine(_place.FullName, "pin");

    /// <summary>Sets a workshop up by the program's own commands, as people would.</summary>
    public static async Task<StationBench> PrepareAsync(RegistryHost host, MarkingScenario marking, params string[] machineOptions)
    {
        var bench = new StationBench(host, marking, await marking.StationAsync());
        var administrator = host.ClientAs(Role.Administrator);
        var path = $"/api/v1/stations/{bench.Id}";
        await File.WriteAllTextAsync(bench.PinFile, "271828\n");
        var token = Path.Combine(bench._place.FullName, "token");
        await File.WriteAllTextAsync(token, await host.TokenAsync(Role.MarkingOperator, TimeSpan.FromHours(8)));
        var key = await bench.ExpectAsync([.. machineOptions.SelectMany(option => new[] { "--option", option }).Prepend("init"), "--registry", bench.Network.Address.ToString(), "--station", bench.Id.ToString(), "--driver", "technifor",
            "--address", bench.Machine.Address, "--text-place", TextPlace, "--symbol-place", SymbolPlace, "--pictures", bench.Pictures]);
        var signedIn = await bench.ExpectAsync("sign-in", "--token-file", token);
        (await administrator.PostAsync($"{path}/keys", new JsonObject { ["publicKey"] = key.Trim() }, 1)).Expect(200);
        (await administrator.PostAsync($"{path}/assignments", new JsonObject
        {
            ["userId"] = signedIn.Split(' ')[^1].Trim().TrimEnd('.'),
            ["from"] = host.Time.GetUtcNow().AddHours(-1),
        }, 2)).Expect(200);
        await bench.ExpectAsync("enrol");
        return bench;
    }

    /// <summary>Runs a command of the program in this process.</summary>
    public Task<(int Code, string Output)> RunAsync(params string[] arguments) => RunWithPinAsync(PinFile, arguments);

    /// <summary>The same with a PIN of one's own.</summary>
    public async Task<(int Code, string Output)> RunWithPinAsync(string pinFile, params string[] arguments)
    {
        await using var output = new StringWriter();
        var code = await StationCommand.Create().Parse([.. arguments, "--folder", Folder, "--pin-file", pinFile])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output }, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    /// <summary>The output of a command that must succeed.</summary>
    public async Task<string> ExpectAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync(arguments);
        Assert.True(code == 0, $"{arguments[0]} ended with {code}: {output}");
        return output;
    }

    /// <summary>Starts a command as a process of its own, which can be killed.</summary>
    public Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "registry-station.dll") },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }.With([.. arguments, "--folder", Folder, "--pin-file", PinFile]))!;

    /// <summary>Orders marks for new firearms at this station.</summary>
    public async Task<IReadOnlyList<Guid>> OrderedAsync(string serial, string letter, int count)
    {
        var series = await _marking.SeriesAsync(letter);
        var jobs = new List<Guid>();
        for (var i = 0; i < count; i++)
            jobs.Add((await _marking.OrderedAsync($"{serial}{i}", series, Id)).Id);
        return jobs;
    }

    /// <summary>A picture of a cut outside the camera's folder, with the text that a person would read there beside it.</summary>
    public async Task<string> PictureOfAsync(CutMark cut)
    {
        var picture = Path.Combine(_place.FullName, "named.png");
        await File.WriteAllBytesAsync(picture, await _camera.TakeAsync(cut, 1, TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(Path.ChangeExtension(picture, ".txt"), cut.Texts[TextPlace]);
        return picture;
    }

    /// <summary>Where the jobs stand at the registry.</summary>
    public async Task<IReadOnlyList<string>> StatesAsync(IEnumerable<Guid> jobs)
    {
        var states = new List<string>();
        foreach (var job in jobs)
            states.Add(MarkingScenario.StateOf(await _marking.GetAsync(job)));
        return states;
    }

    /// <summary>The marks of a job on the metal, whole and broken ones.</summary>
    public IReadOnlyList<CutMark> CutsOf(ApiAnswer job) => [.. Machine.Cuts.Where(cut => cut.Texts.GetValueOrDefault(TextPlace) == MarkingScenario.TextOf(job))];

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _taking;
        _camera.Dispose();
        await Machine.DisposeAsync();
        await Network.DisposeAsync();
        _ending.Dispose();
        _place.Delete(recursive: true);
    }
}

file static class Starting
{
    public static ProcessStartInfo With(this ProcessStartInfo start, IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
