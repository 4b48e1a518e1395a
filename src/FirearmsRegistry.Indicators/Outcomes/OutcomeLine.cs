using System.Text.Json.Serialization;

namespace FirearmsRegistry.Indicators.Outcomes;

/// <summary>
/// The line of IAFQ tables 5.1 to 5.3 into which an arm falls. On the wire it is the questionnaire's own number (<c>1.1</c>, <c>2.a</c>, <c>3</c>).
/// </summary>
[JsonConverter(typeof(OutcomeLineJsonConverter))]
public enum OutcomeLine
{
    /// <summary>1.1: from the legitimate owner in the national registry; nothing was diverted.</summary>
    LegitimateOwner,

    /// <summary>1.2: from an illegitimate owner, last legal record in the national registry.</summary>
    IllegitimateOwner,

    /// <summary>1.3: from an illegitimate owner, last legal record in a foreign registry.</summary>
    ForeignRegistry,

    /// <summary>1.4: point of diversion otherwise identified.</summary>
    OtherwiseIdentified,

    /// <summary>1.5: tracing procedure pending.</summary>
    Pending,

    /// <summary>1.6: tracing attempted, no point of diversion identified.</summary>
    NotIdentified,

    /// <summary>1.7: no tracing procedure initiated.</summary>
    NotInitiated,

    /// <summary>2.a: not uniquely identifiable, erased or altered marking.</summary>
    ErasedOrAltered,

    /// <summary>2.b: not uniquely identifiable, illicitly manufactured.</summary>
    IllicitlyManufactured,

    /// <summary>2.c: not uniquely identifiable, no further information.</summary>
    NoFurtherInformation,

    /// <summary>3: unknown status regarding marking.</summary>
    MarkingUnknown,
}
