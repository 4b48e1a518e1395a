using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>What happens to an arm so that it must carry marks.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkTrigger
{
    /// <summary>It is manufactured (Firearms Protocol Art. 8(1)(a)).</summary>
    Manufacture,

    /// <summary>It is imported for good (Firearms Protocol Art. 8(1)(b)).</summary>
    Import,

    /// <summary>It goes from government stocks to permanent civilian use (Firearms Protocol Art. 8(1)(c)).</summary>
    StateTransfer,

    /// <summary>It was confiscated and the State keeps it (Firearms Protocol Art. 6; ITI 9).</summary>
    StateRetention,

    /// <summary>It is made permanently unusable (Firearms Protocol Art. 9).</summary>
    Deactivation,
}
