namespace FirearmsRegistry.Indicators.Outcomes;

/// <summary>The outcome line of an arm at a moment and why it is that one.</summary>
/// <param name="Line">The line of the questionnaire.</param>
/// <param name="Row">The row of the rule that matched first, 1 to 11.</param>
/// <param name="Reason">A stable snake_case code of what matched; its wording for people belongs to the reader's language.</param>
public sealed record OutcomeDecision(OutcomeLine Line, int Row, string Reason)
{
    /// <summary>
    /// Whether an authority established the origin of an arm that is not, or not known to be, uniquely marked. Such arms stay in
    /// their line and are shown beside the numerator.
    /// </summary>
    public bool EstablishedElsewhere { get; init; }
}
