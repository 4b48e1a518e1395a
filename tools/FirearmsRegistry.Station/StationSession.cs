using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Station.Enrolling;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.ReadingBack;
using FirearmsRegistry.Station.SigningIn;
using FirearmsRegistry.Station.Speaking;
using FirearmsRegistry.Symbols.Engine;

namespace FirearmsRegistry.Station;

/// <summary>What the commands share: the folder's settings, the registry, the log, and the person's key where a command writes the log.</summary>
internal sealed class StationSession : IDisposable
{
    // The registry lets a station wait for jobs 20 seconds; an answer that takes much longer is none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly List<IDisposable> _owned = [];

    private StationSession(StationFolder folder, StationSettings settings, TextWriter output)
    {
        (Folder, Settings, Journal) = (folder, settings, new Journal(output));
        File = Owned(LogFile.Open(folder.Log));
        Clock = new StationClock(TimeProvider.System, File.ClockComparison);
        _http = Owned(new HttpClient(new SocketsHttpHandler { ConnectTimeout = Connecting }) { BaseAddress = settings.Registry, Timeout = Patience });
        SignIn = new DeviceSignIn(_http, settings.ClientId, TimeProvider.System);
        Tokens = Owned(new TokenFile(folder.Tokens, SignIn, TimeProvider.System));
        Api = new RegistryApi(_http, Tokens, Clock, Silence);
    }

    public StationFolder Folder { get; }

    public StationSettings Settings { get; }

    public LogFile File { get; }

    public StationClock Clock { get; }

    public DeviceSignIn SignIn { get; }

    public TokenFile Tokens { get; }

    public RegistryApi Api { get; }

    public Journal Journal { get; }

    public static StationSession Open(DirectoryInfo directory, TextWriter output)
    {
        var folder = new StationFolder(directory.FullName);
        return new StationSession(folder, StationSettings.Read(folder.Settings), output);
    }

    /// <summary>Unlocks the station: from here on this run alone works in the folder, and entries bear the person's signature.</summary>
    /// <param name="pin">The person's PIN.</param>
    /// <param name="reader">Who keys the text.</param>
    /// <param name="camera">Takes the pictures; the camera of the settings where it is null.</param>
    public OpenStation Unlock(string pin, IOperator reader, ICamera? camera = null)
    {
        Owned(Folder.Lock());
        var person = Tokens.Subject;
        var keys = (Owned(KeyFiles.Station(Folder)), Owned(KeyFiles.Operator(Folder, person, pin)));
        return new OpenStation(Settings, Folder.Frames, File, person, keys, Api, Clock,
            camera ?? new FolderCamera(Settings.Pictures), reader, Owned(new ZXingSymbolEngine()), Journal, TimeProvider.System);
    }

    public void Dispose()
    {
        foreach (var one in Enumerable.Reverse(_owned))
            one.Dispose();
    }

    private T Owned<T>(T one)
        where T : IDisposable
    {
        _owned.Add(one);
        return one;
    }
}
