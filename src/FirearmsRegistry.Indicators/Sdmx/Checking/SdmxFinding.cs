namespace FirearmsRegistry.Indicators.Sdmx.Checking;

/// <summary>What is wrong with a message, told so that a person can put it right.</summary>
/// <param name="Place">Where in the message: a line, a series, or an observation.</param>
/// <param name="Component">The dimension, measure or attribute; none where the message is meant.</param>
/// <param name="Reason">The broken rule and the value seen.</param>
public sealed record SdmxFinding(string Place, string? Component, string Reason)
{
    /// <summary>Place, component and reason on one line.</summary>
    public override string ToString() => Component is null ? $"{Place}: {Reason}" : $"{Place}, {Component}: {Reason}";
}
