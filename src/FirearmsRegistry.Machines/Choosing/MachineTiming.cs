namespace FirearmsRegistry.Machines.Choosing;

/// <summary>How long a driver waits.</summary>
/// <param name="Connect">For a connection.</param>
/// <param name="Answer">For the answer to a command.</param>
/// <param name="Marking">From the start to the word that it finished.</param>
/// <param name="Quiet">How long a line must be silent before and after a start, for protocols whose answers do not say what they answer.</param>
internal sealed record MachineTiming(TimeSpan Connect, TimeSpan Answer, TimeSpan Marking, TimeSpan Quiet);
