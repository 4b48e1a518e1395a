using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>A least size and who set it.</summary>
/// <param name="Value">The size that is still allowed.</param>
/// <param name="Source">Who set it.</param>
/// <param name="Target">The size to set a machine to; none where the policy gives none.</param>
public sealed record Bound(Millimetres Value, string Source, Millimetres? Target = null);

/// <summary>The parts whose marks count.</summary>
/// <param name="Essential">The parts.</param>
/// <param name="Source">Who made the rule.</param>
public sealed record ComponentRule(IReadOnlySet<ComponentKind> Essential, string Source);

/// <summary>Where on a part marks stand: on an exposed surface, read without tools or taking the arm apart.</summary>
/// <param name="MustBeExposed">Whether it is a rule and not only advice.</param>
/// <param name="Source">Who made it.</param>
public sealed record LocationRule(bool MustBeExposed, string Source);

/// <summary>Methods that need a decision of their own where the mark is the arm's identity, because laboratories cannot restore them.</summary>
/// <param name="ToDecideOn">The methods.</param>
/// <param name="Source">Who made the rule.</param>
public sealed record MethodRule(IReadOnlySet<MarkMethod> ToDecideOn, string Source);

/// <summary>How a frame or receiver is marked that is not made of metal.</summary>
/// <param name="Method">The method.</param>
/// <param name="Source">Who made the rule.</param>
public sealed record NonMetallicRule(MarkMethod Method, string Source);

/// <summary>The order of what a mark's text tells.</summary>
/// <param name="Parts">The parts from first to last; those that a mark does not tell are left out.</param>
/// <param name="Source">Who made the rule.</param>
public sealed record TextOrder(IReadOnlyList<MarkTextPart> Parts, string Source);
