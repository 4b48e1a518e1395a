using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>The three vocabularies of identifiers that an ISO/IEC 15434 envelope can carry here.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum ElementSyntax
{
    /// <summary>GS1 application identifiers: format 05, and GS1 element strings without an envelope.</summary>
    ApplicationIdentifiers,

    /// <summary>ASC MH10.8.2 data identifiers: format 06.</summary>
    DataIdentifiers,

    /// <summary>ATA text element identifiers: format 12.</summary>
    TextElements,
}
