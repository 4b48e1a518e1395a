using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>Who may speak for a station.</summary>
public static class StationRules
{
    internal const string NotThisStation = "not-this-station";

    /// <summary>Where a station has a program of its own, a person speaks for it through that program only.</summary>
    public static Refusal? SpeaksFor(Station station, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(station);
        ArgumentNullException.ThrowIfNull(actor);
        return station.Program is not { } program || program.ToString() == actor.ClientId
            ? null
            : new Refusal(NotThisStation, RefusalKind.Forbidden, "Another program speaks for this station.");
    }
}
