namespace FirearmsRegistry.MachineSimulator.Pictures;

/// <summary>How the camera sees the metal.</summary>
public sealed record PictureOptions
{
    /// <summary>Width of the picture in pixels.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Height of the picture in pixels.</summary>
    public int Height { get; init; } = 480;

    /// <summary>Seeds tilt, jitter, brushing and noise, so that the same picture can be made again.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The largest tilt to either side in degrees; each picture gets a tilt within it.</summary>
    public double Tilt { get; init; } = 15;

    /// <summary>The standard deviation of the noise in grey levels of 255.</summary>
    public double Noise { get; init; } = 6;

    /// <summary>How far a dot may miss its place, as a share of the pitch.</summary>
    public double Jitter { get; init; } = 0.08;

    /// <summary>The place whose text is drawn as a symbol, by the machine's name for it; the others are drawn as text.</summary>
    public string SymbolPlace { get; init; } = "1";
}
