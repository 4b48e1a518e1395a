using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Marks;

/// <summary>How a mark was put on. A laboratory decides by it how a destroyed mark can be restored, if at all.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkMethod
{
    /// <summary>Struck or rolled with a die.</summary>
    Stamping,

    /// <summary>Separate dots made by a needle.</summary>
    DotPeen,

    /// <summary>Lines drawn by a needle that stays in the metal.</summary>
    Scribing,

    /// <summary>Cut by a rotating tool.</summary>
    Engraving,

    /// <summary>Burnt by a laser; hardly ever recoverable once removed.</summary>
    Laser,

    /// <summary>Carried by a metal plate permanently embedded in a frame that is not metal (Implementing Directive (EU) 2019/68).</summary>
    EmbeddedPlate,

    /// <summary>Cast or moulded with the part.</summary>
    Casting,

    /// <summary>Eaten in by acid or electricity.</summary>
    Etching,

    /// <summary>Known, but none of these.</summary>
    Other,

    /// <summary>Not known, as on most arms that were marked elsewhere.</summary>
    Unknown,
}
