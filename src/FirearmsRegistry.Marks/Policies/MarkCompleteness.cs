using FirearmsRegistry.Marks.Components;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>Holds all marks of an arm against what a trigger makes necessary.</summary>
internal static class MarkCompleteness
{
    public static IReadOnlyList<MissingMark> Missing(
        MarkPolicy policy, MarkTrigger trigger, IReadOnlyCollection<CarriedMark> marks, bool hasCertificate)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var isUniquelyMarked = marks.Any(mark => mark.IsUnique);
        return
        [
            .. policy.RequiredMarks(trigger)
                .Where(requirement => !(requirement.OnlyIfNotUniquelyMarked && isUniquelyMarked) && !(requirement.CertificateServes && hasCertificate))
                .Select(requirement => Missing(policy, requirement, marks))
                .OfType<MissingMark>(),
        ];
    }

    /// <summary>What a mark does not tell although a requirement wants it to.</summary>
    public static IReadOnlyList<MarkElement> Untold(MarkPolicy policy, MarkRequirement requirement, CarriedMark mark) =>
        [.. requirement.ElementsOf(mark.Scheme).Where(element => !Tells(policy, requirement, mark, element))];

    private static MissingMark? Missing(MarkPolicy policy, MarkRequirement requirement, IReadOnlyCollection<CarriedMark> marks)
    {
        var nearest = marks
            .Where(mark => mark.Kind == requirement.Kind || requirement.AlsoKinds.Contains(mark.Kind))
            .Where(mark => StandsRight(policy, requirement, mark))
            .Select(mark => Untold(policy, requirement, mark))
            .MinBy(untold => untold.Count)
            ?? requirement.Elements;
        return nearest.Count == 0 ? null : new MissingMark(requirement.Kind, nearest, Rule(requirement), requirement.Source);
    }

    private static bool StandsRight(MarkPolicy policy, MarkRequirement requirement, CarriedMark mark) =>
        (!requirement.OnPrimaryComponent || mark.Component.IsPrimary())
        && (!requirement.OnOtherComponent || (policy.Components.Essential.Contains(mark.Component) && !mark.Component.IsPrimary()));

    private static bool Tells(MarkPolicy policy, MarkRequirement requirement, CarriedMark mark, MarkElement element) =>
        mark.Content.Tells(element)
        && (!requirement.OfPolicyCountry || element is not (MarkElement.Country or MarkElement.NationalNumber) || mark.Content.ToldCountry == policy.Country);

    private static string Rule(MarkRequirement requirement) =>
        $"The arm carries a {Codes.Codes.Of(requirement.Kind)} mark that tells {string.Join(", ", requirement.Elements.Select(Codes.Codes.Of))}"
        + (requirement.OnPrimaryComponent ? ", on its frame or receiver."
            : requirement.OnOtherComponent ? ", on an essential part besides its frame or receiver." : ".")
        + (requirement.CertificateServes ? " A certificate serves as well." : "");
}
