namespace FirearmsRegistry.Indicators.Sdmx;

/// <summary>One observation: its components' values by their ids, those of its series among them.</summary>
/// <param name="Place">Where it stands, for people: <c>line 3</c>.</param>
/// <param name="Values">Dimensions, time, measure and attributes as texts; what is not there has no value.</param>
public sealed record SdmxObservation(string Place, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A component's value; null where there is none.</summary>
    public string? this[string component] => Values.GetValueOrDefault(component);

    /// <summary>Finds where a component's value stands, where that is known more closely; null where it is not.</summary>
    internal Func<string, string?>? Locate { get; init; }

    /// <summary>Where a component's value stands, or would.</summary>
    internal string PlaceOf(string component) => Locate?.Invoke(component) ?? Place;
}

/// <summary>What a message says of itself.</summary>
/// <param name="Id">The message's own id.</param>
/// <param name="Prepared">When it was written.</param>
/// <param name="Sender">The id of the office that sends it.</param>
/// <param name="Test">Whether it is a test.</param>
public sealed record SdmxEnvelope(string Id, DateTimeOffset Prepared, string Sender, bool Test);
