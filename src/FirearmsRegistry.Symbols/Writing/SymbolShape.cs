using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Symbols.Writing;

/// <summary>The shape of a Data Matrix symbol.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum SymbolShape
{
    /// <summary>As many columns as rows.</summary>
    Square,

    /// <summary>A rectangle where one of its sizes fits, for slides and barrels.</summary>
    Rectangular,
}
