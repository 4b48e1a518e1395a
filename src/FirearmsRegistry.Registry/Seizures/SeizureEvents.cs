using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>A seizure, a find or a surrender was recorded with its circumstances; its items are streams of their own.</summary>
/// <param name="Circumstances">Where, when, by whom and why.</param>
public sealed record SeizureRecorded(SeizureCircumstances Circumstances);

/// <summary>The circumstances were wrong and are corrected; the old ones stay on record.</summary>
/// <param name="Before">As they stood.</param>
/// <param name="After">As they should have been.</param>
/// <param name="Reason">Why.</param>
public sealed record SeizureCorrected(SeizureCircumstances Before, SeizureCircumstances After, Note Reason);
