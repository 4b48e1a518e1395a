using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Sdmx.Checking;

/// <summary>What is wrong with a message, told so that a person can put it right.</summary>
/// <param name="Place">Where in the message: a line and a column, a series, or an observation.</param>
/// <param name="Component">The dimension, measure or attribute; none where the message is meant.</param>
/// <param name="Rule">The broken rule.</param>
/// <param name="Reason">The same for people, with the value seen.</param>
public sealed record SdmxFinding(string Place, string? Component, SdmxRule Rule, string Reason)
{
    /// <summary>Place, component, reason and the rule's code on one line.</summary>
    public override string ToString() => $"{Place}{(Component is null ? "" : $", {Component}")}: {Reason} [{Codes.Of(Rule)}]";
}
