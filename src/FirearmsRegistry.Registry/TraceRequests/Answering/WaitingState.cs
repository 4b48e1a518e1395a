using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Registry.TraceRequests.Answering;

/// <summary>This State, while the trail of an arm stands with others.</summary>
/// <param name="Country">This State: an arm that was exported to it has come home, and nobody else has to be asked.</param>
/// <param name="Until">Until when it waits for a further State.</param>
public sealed record WaitingState(CountryCode Country, DateTimeOffset Until);
