namespace FirearmsRegistry.Marks.Components;

/// <summary>What the law makes of a part, where a country has not said otherwise.</summary>
public static class ComponentKinds
{
    /// <summary>
    /// Whether a mark on the part can identify the arm. The parts are those of Directive (EU) 2021/555 Art. 1(1)(2) and of
    /// Firearms Protocol Art. 3(b); a suppressor is a part for the Protocol, but no arm depends on it, so it is not essential here.
    /// </summary>
    public static bool IsEssential(this ComponentKind kind) => kind switch
    {
        ComponentKind.Frame or ComponentKind.Receiver or ComponentKind.UpperReceiver or ComponentKind.LowerReceiver => true,
        ComponentKind.Barrel or ComponentKind.Slide or ComponentKind.Cylinder => true,
        ComponentKind.Bolt or ComponentKind.BreechBlock => true,
        _ => false,
    };

    /// <summary>Whether the part is the frame or receiver, whose mark is the arm's identity (ITI 10; Directive (EU) 2021/555 Art. 4(5)(a)).</summary>
    public static bool IsPrimary(this ComponentKind kind) => kind is
        ComponentKind.Frame or ComponentKind.Receiver or ComponentKind.UpperReceiver or ComponentKind.LowerReceiver;
}
