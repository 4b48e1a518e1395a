using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <summary>The clocks of traces (section <c>Registry:Traces</c>).</summary>
/// <param name="ForeignAnswerDays">Days in which another State is to answer. The Instrument only says "prompt" (para. 18): every State sets its own.</param>
/// <param name="SearchOverdue">After what time a request that nobody searched is ordered again.</param>
internal sealed record TraceSettings(int ForeignAnswerDays, TimeSpan SearchOverdue)
{
    public static TraceSettings From(IConfiguration configuration) => new(
        configuration.GetValue("Registry:Traces:ForeignAnswerDays", 60),
        TimeSpan.FromSeconds(configuration.GetValue("Registry:Traces:SearchOverdueSeconds", 60)));

    /// <summary>This State, which from now on waits for another one to be asked.</summary>
    public WaitingState Waiting(RegistryCountry country, DateTimeOffset now) => new(country.Code, now.AddDays(ForeignAnswerDays));
}
