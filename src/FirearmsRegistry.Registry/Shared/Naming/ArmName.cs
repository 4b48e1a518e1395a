using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Shared.Naming;

/// <summary>What people call an arm, a part or ammunition in a list: what it is, who made it, and the mark that they know it by.</summary>
/// <param name="Kind">An arm, a part or ammunition.</param>
/// <param name="Type">Which sort of arm; null for parts and ammunition.</param>
/// <param name="Part">Which part; null for arms and ammunition.</param>
/// <param name="Maker">The maker.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="Mark">The maker's mark as read or as marked, or the first other one; null where there is none.</param>
public sealed record ArmName(
    ItemKind Kind, ArmType? Type, ComponentKind? Part, Known<ShortText> Maker, Known<ShortText> Model, Known<ShortText> Calibre, MarkText? Mark);
