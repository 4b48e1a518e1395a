using FirearmsRegistry.Marks.Marks;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>A mark that a trigger makes necessary.</summary>
/// <param name="Kind">The kind of mark to put on.</param>
/// <param name="Elements">What it must tell.</param>
/// <param name="Source">Who made the rule.</param>
public sealed record MarkRequirement(MarkKind Kind, IReadOnlyList<MarkElement> Elements, string Source)
{
    /// <summary>Kinds that serve as well when they tell the same, besides <see cref="Kind"/>.</summary>
    public IReadOnlyList<MarkKind> AlsoKinds { get; init; } = [];

    /// <summary>What a mark of the alternative scheme must tell instead; empty where that scheme does not serve.</summary>
    public IReadOnlyList<MarkElement> AlternativeElements { get; init; } = [];

    /// <summary>What the mark should tell where possible; its lack is no breach.</summary>
    public IReadOnlyList<MarkTextPart> Encouraged { get; init; } = [];

    /// <summary>Whether the mark must stand on the frame or receiver.</summary>
    public bool OnPrimaryComponent { get; init; }

    /// <summary>Whether the mark must stand on an essential part other than the frame or receiver, besides what stands there.</summary>
    public bool OnOtherComponent { get; init; }

    /// <summary>Whether the mark must tell the country whose policy this is.</summary>
    public bool OfPolicyCountry { get; init; }

    /// <summary>Whether the mark is needed only on an arm that no other mark tells from all others.</summary>
    public bool OnlyIfNotUniquelyMarked { get; init; }

    /// <summary>Whether a certificate serves instead of the mark.</summary>
    public bool CertificateServes { get; init; }

    /// <summary>What a mark of a scheme must tell.</summary>
    public IReadOnlyList<MarkElement> ElementsOf(MarkScheme scheme) =>
        scheme == MarkScheme.AlternativeSymbol && AlternativeElements.Count > 0 ? AlternativeElements : Elements;
}

/// <summary>A mark that an arm still needs.</summary>
/// <param name="Kind">The kind of mark.</param>
/// <param name="Elements">What no mark tells yet as it must; all that is required when no mark of the kind is there.</param>
/// <param name="Rule">The rule, as one sentence.</param>
/// <param name="Source">Who made it.</param>
public sealed record MissingMark(MarkKind Kind, IReadOnlyList<MarkElement> Elements, string Rule, string Source);
