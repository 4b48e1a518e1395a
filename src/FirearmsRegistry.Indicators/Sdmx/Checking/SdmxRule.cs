namespace FirearmsRegistry.Indicators.Sdmx.Checking;

/// <summary>The rules that a message can break. Their codes are for programs; the reason beside them is for people.</summary>
public enum SdmxRule
{
    /// <summary>The file is not what its format says, or a part of it is missing or of another kind.</summary>
    Malformed,

    /// <summary>Bytes that are not UTF-8.</summary>
    NotUtf8,

    /// <summary>Another dataflow, data structure or metadata structure than the one it is checked by.</summary>
    OtherStructure,

    /// <summary>An action that would delete what is published, or none.</summary>
    ActionNotAllowed,

    /// <summary>There is no observation.</summary>
    NoObservation,

    /// <summary>A dimension, measure, attribute or concept that the structure does not have.</summary>
    ComponentUnknown,

    /// <summary>A component that stands twice.</summary>
    ComponentTwice,

    /// <summary>A dimension, a mandatory attribute or a needed concept without a value.</summary>
    ComponentMissing,

    /// <summary>An attribute of a series at an observation, a dimension among the attributes, and the like.</summary>
    OtherLevel,

    /// <summary>A value that is not in the code list.</summary>
    CodeUnknown,

    /// <summary>A code that the dataflow or the series does not allow.</summary>
    CodeNotAllowed,

    /// <summary>Country data of an area that is not a State's M49 number.</summary>
    AreaNotAState,

    /// <summary>A custom breakdown without its label, or a label without one.</summary>
    BreakdownLabel,

    /// <summary>An attribute of a series that is not the same at all of its observations.</summary>
    SeriesContradicts,

    /// <summary>A time that is no year.</summary>
    TimeNotAYear,

    /// <summary>No value, and no status that says why.</summary>
    ValueMissing,

    /// <summary>A value where the status says that there is none.</summary>
    ValueUnexpected,

    /// <summary>A value that is no number.</summary>
    NotANumber,

    /// <summary>A percentage outside 0 to 100, or outside its own bounds.</summary>
    OutOfRange,

    /// <summary>A key that stands twice.</summary>
    KeyTwice,
}
