using System.Text.Json;
using FirearmsRegistry.Machines.Choosing;

namespace FirearmsRegistry.Station.Configuring;

/// <summary>The station as its folder describes it (<c>station.json</c>). No secrets.</summary>
/// <param name="Registry">The registry's address.</param>
/// <param name="StationId">The station's id there.</param>
/// <param name="Machine">The marking machine.</param>
/// <param name="TextVariable">The place of the layout that takes the human-readable text, as the machine names it.</param>
/// <param name="SymbolVariable">The place that takes the payload of the symbol; none where the machine marks none.</param>
/// <param name="Pictures">The folder into which the camera puts its pictures.</param>
/// <param name="PictureWaitSeconds">How long the station waits for a picture after a mark.</param>
/// <param name="Ncage">The authority's code, for orders with payload <c>national</c> that are made without a network.</param>
/// <param name="ClientId">The client program that speaks for the station.</param>
internal sealed record StationSettings(
    Uri Registry, Guid StationId, MachineSettings Machine, string TextVariable, string? SymbolVariable, string Pictures,
    int PictureWaitSeconds = 60, string? Ncage = null, string ClientId = "registry-station")
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="StationException">There are none, or they are not right.</exception>
    public static StationSettings Read(string path)
    {
        StationSettings? settings;
        try
        {
            settings = JsonSerializer.Deserialize<StationSettings>(File.ReadAllBytes(path), Json);
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new StationException($"{path} cannot be read: {fault.Message} 'registry-station init' makes one.", fault);
        }

        return settings is { Registry.IsAbsoluteUri: true, Machine: not null, TextVariable.Length: > 0, Pictures.Length: > 0 }
            ? settings
            : throw new StationException($"{path} must name registry, stationId, machine, textVariable and pictures.");
    }
}
