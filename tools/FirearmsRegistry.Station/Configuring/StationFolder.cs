namespace FirearmsRegistry.Station.Configuring;

/// <summary>Everything that one station keeps, in one folder that only its account may read.</summary>
internal sealed class StationFolder(string path)
{
    public string Settings => System.IO.Path.Combine(path, "station.json");

    public string Log => System.IO.Path.Combine(path, "station.db");

    public string Tokens => System.IO.Path.Combine(path, "tokens.json");

    public string StationKey => System.IO.Path.Combine(path, "station-key.pem");

    public string Frames => System.IO.Path.Combine(path, "frames");

    public string OperatorKey(string person) => System.IO.Path.Combine(path, "operators", $"{person}.pem");

    /// <summary>Makes the folder, for this account only.</summary>
    public void Make()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Keeps other runs of the program from working at the same time; ends with the process, however that ends.</summary>
    /// <exception cref="StationException">Another run is at work.</exception>
    public IDisposable Lock()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new StationException("The station's program is already at work in this folder.", fault);
        }
    }

    /// <summary>Writes a file whole or not at all, readable by this account only, and on disk when this returns.</summary>
    public static void WritePrivate(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var fresh = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(fresh, options))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
