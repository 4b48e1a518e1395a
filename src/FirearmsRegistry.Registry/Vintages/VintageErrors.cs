using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Vintages;

/// <summary>The refusals of vintages.</summary>
internal static class VintageErrors
{
    public const string What = "vintage";

    public const string LabelTakenName = "vintage-label-taken";

    public const string InAnotherStateName = "vintage-in-another-state";

    public const string ReviewerDraftedName = "vintage-reviewer-drafted-it";

    public const string WithoutReasonName = "vintage-finding-without-reason";

    public const string KnowsLessName = "vintage-knows-less";

    public const string NotReproducedName = "vintage-not-reproduced";

    public const string MessageWrongName = "vintage-message-wrong";

    public const string MetadataMissingName = "reference-metadata-missing";

    public const string MetadataWrongName = "reference-metadata-wrong";

    public const string MetadataUnwrittenName = "reference-metadata-unwritten";

    public static Refusal ReviewerDrafted { get; } = new(ReviewerDraftedName, RefusalKind.Forbidden,
        "A draft is reviewed by a second person.", "Whoever drafted it cannot stand for it alone.");

    public static Refusal NotReproduced { get; } = new(NotReproducedName, RefusalKind.Conflict,
        "The facts as known at the vintage's moment do not give the draft again.",
        "Withdraw the draft and make a new one; have the administrator find out what changed the facts behind the register's back.");

    public static Refusal MetadataMissing { get; } = new(MetadataMissingName, RefusalKind.NotFound,
        "There are no reference metadata of this vintage.",
        "They are frozen when a vintage is published, from the file that the administrator names in Registry:Sdmx:ReferenceMetadata.");

    public static Refusal MetadataUnwritten { get; } = new(MetadataUnwrittenName, RefusalKind.RuleBroken,
        "The State has not written what it says of its figures.",
        "Figures are shipped with their reference metadata. None came with the program for this State: the administrator names a file in Registry:Sdmx:ReferenceMetadata.");

    public static Refusal LabelTaken(VintageLabel label) => new(LabelTakenName, RefusalKind.Conflict,
        "The label belongs to another vintage.", "A label is never given twice, also not where a draft was withdrawn.")
    {
        Errors = [new InputError("/label", label.ToString(), "Must be a label that no vintage has.")],
    };

    public static Refusal InAnotherState(VintageState state, params IReadOnlyList<VintageState> needed) => new(InAnotherStateName, RefusalKind.Conflict,
        "The vintage stands at another step.",
        $"It is {Codes.Of(state)}; this is done to one that is {string.Join(" or ", needed.Select(Codes.Of))}.");

    public static Refusal WithoutReason(IReadOnlyList<AcceptedFinding> findings) => new(WithoutReasonName, RefusalKind.RuleBroken,
        "A check failed, and nobody has written why the vintage is published all the same.",
        "Repair what the findings name and draft anew, or give a reason for each of them.")
    {
        Errors = [.. findings.Select(each => new InputError("/reasons", null, $"{each.Year}, {each.Finding.Name}: {each.Finding.Explanation}"))],
        Extensions = new Dictionary<string, object?> { ["findings"] = findings.Select(each => new { each.Year, each.Finding.Name }).ToArray() },
    };

    public static Refusal KnowsLess(VintageLabel published, DateTimeOffset knownAt) => new(KnowsLessName, RefusalKind.Conflict,
        "A vintage that is published already knows more.",
        FormattableString.Invariant($"{published} shows what was known at {knownAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC; a revision may not know less."));

    public static Refusal MetadataWrong(IReadOnlyList<string> findings) => new(MetadataWrongName, RefusalKind.RuleBroken,
        "What the State says of its figures cannot be shipped with them.", "The administrator looks at the file that Registry:Sdmx:ReferenceMetadata names.")
    {
        Errors = [.. findings.Take(20).Select(finding => new InputError("", null, finding))],
    };

    public static Refusal MessageWrong(IReadOnlyList<SdmxFinding> findings) => new(MessageWrongName, RefusalKind.RuleBroken,
        "The messages of the vintage do not fit the data structure.", "The administrator looks at Registry:Sdmx.")
    {
        Errors = [.. findings.Take(20).Select(finding => new InputError("", null, finding.ToString()))],
    };
}
