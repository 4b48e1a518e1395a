using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Marks;

/// <summary>What a mark was put on the metal for.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkKind
{
    /// <summary>The maker's mark: name, country or place, serial (Firearms Protocol Art. 8(1)(a)).</summary>
    Manufacture,

    /// <summary>The mark of the country of import (Firearms Protocol Art. 8(1)(b)).</summary>
    Import,

    /// <summary>The mark on transfer from government stocks to permanent civilian use (Firearms Protocol Art. 8(1)(c)).</summary>
    StateTransfer,

    /// <summary>The mark of a State that keeps a confiscated arm or holds it for its own forces (ITI 8(d), 9).</summary>
    StateRetention,

    /// <summary>The mark of an arm made permanently unusable (Firearms Protocol Art. 9).</summary>
    Deactivation,

    /// <summary>The number that a registry issued.</summary>
    NationalNumber,

    /// <summary>A hidden mark that survives the destruction of the others (ECOWAS Convention Art. 18).</summary>
    Security,

    /// <summary>The mark of a proof house.</summary>
    Proof,

    /// <summary>Any other mark, such as an inventory number or an inspector's stamp.</summary>
    Other,
}
