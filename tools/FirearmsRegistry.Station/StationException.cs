namespace FirearmsRegistry.Station;

/// <summary>Why the program cannot go on, in a sentence for the person at the station.</summary>
internal sealed class StationException(string message, Exception? cause = null) : Exception(message, cause);
