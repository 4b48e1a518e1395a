using FirearmsRegistry.Registry.Stations;
using FirearmsRegistry.Web.Shared.Acting;

namespace FirearmsRegistry.Web.Marking;

/// <summary>What people call the stations; a country has some hundred, which are read once while the page stands open.</summary>
internal sealed class StationNames(UseCases cases)
{
    private IReadOnlyDictionary<Guid, string>? _names;

    /// <summary>Reads them, where that was not done.</summary>
    public async Task ReadAsync(CancellationToken token)
    {
        if (_names is not null)
            return;
        var answer = await cases.ReadWholeAsync<Station>("listStations", token: token);
        _names = (answer.View ?? []).ToDictionary(station => station.Id, station => station.Name.ToString());
    }

    /// <summary>A station's name; its id where it has been registered since.</summary>
    public string Of(Guid station) => _names?.GetValueOrDefault(station) ?? station.ToString();
}
