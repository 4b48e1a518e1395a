using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>A mark that an arm carries, as far as it matters to which marks the arm still needs.</summary>
/// <param name="Kind">What the mark is for.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Content">What it tells.</param>
/// <param name="Scheme">How it identifies, for a mark of manufacture.</param>
public sealed record CarriedMark(MarkKind Kind, ComponentKind Component, MarkContent Content, MarkScheme Scheme = MarkScheme.Classic)
{
    /// <summary>Whether the mark alone tells one arm from all others: a maker's serial with its maker and country, or a national number.</summary>
    public bool IsUnique =>
        Content.Tells(MarkElement.NationalNumber)
        || (Content.Tells(MarkElement.Serial) && Scheme switch
        {
            MarkScheme.Classic => Content.Tells(MarkElement.Maker) && Content.Tells(MarkElement.Country),
            MarkScheme.AlternativeSymbol => Content.Tells(MarkElement.Symbol),
        });
}

/// <summary>A mark put on under this registry's policy, with what the policy measures.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Method">How it was put on.</param>
/// <param name="Height">The height of the characters, measured between the ends of the impression's bottom (27 CFR 478.92).</param>
/// <param name="Depth">The depth from the flat surface.</param>
/// <param name="IsConcealed">Whether it can only be read with tools or after taking the arm apart.</param>
/// <param name="ComponentIsTooSmall">Whether the part has no room for characters of the least height.</param>
/// <param name="MethodOverride">Why a method that the policy advises against was used all the same; none if nobody decided so.</param>
/// <param name="IsOnNonMetal">Whether the part is not made of metal.</param>
/// <param name="Text">The text as marked; none where its order is not asked about.</param>
public sealed record AppliedMark(
    CarriedMark Mark,
    MarkMethod Method,
    Millimetres Height,
    Millimetres Depth,
    bool IsConcealed,
    bool ComponentIsTooSmall = false,
    string? MethodOverride = null,
    bool IsOnNonMetal = false,
    MarkText? Text = null);
