using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>What a registered mark is to its arm. The number on the frame or receiver comes first among equals.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkRole
{
    /// <summary>The maker's number on the frame or receiver, or on no part in particular.</summary>
    Serial,

    /// <summary>A number that the State issued.</summary>
    NationalNumber,

    /// <summary>A maker's number on another part, such as barrel or slide.</summary>
    ComponentSerial,

    /// <summary>The whole text of a maker's mark.</summary>
    WholeText,

    /// <summary>A mark of import.</summary>
    ImportMark,

    /// <summary>A mark of a transfer from, or retention by, the State.</summary>
    StateMark,

    /// <summary>Any other mark.</summary>
    Other,
}
