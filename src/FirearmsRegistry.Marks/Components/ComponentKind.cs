using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Components;

/// <summary>A part of a firearm that a mark can stand on.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum ComponentKind
{
    /// <summary>The frame of a pistol or revolver.</summary>
    Frame,

    /// <summary>The receiver, where it is one piece.</summary>
    Receiver,

    /// <summary>The upper receiver, where the receiver has two parts.</summary>
    UpperReceiver,

    /// <summary>The lower receiver, where the receiver has two parts.</summary>
    LowerReceiver,

    /// <summary>The barrel.</summary>
    Barrel,

    /// <summary>The slide.</summary>
    Slide,

    /// <summary>The cylinder.</summary>
    Cylinder,

    /// <summary>The bolt.</summary>
    Bolt,

    /// <summary>The breech block.</summary>
    BreechBlock,

    /// <summary>A device that moderates the sound of a shot.</summary>
    Suppressor,

    /// <summary>A magazine, which neither instrument calls essential.</summary>
    Magazine,

    /// <summary>Any other part, such as a stock or a grip.</summary>
    Other,
}
