using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>Holds one mark against a policy.</summary>
internal static class MarkChecking
{
    public static IReadOnlyList<PolicyBreach> Check(MarkPolicy policy, AppliedMark applied)
    {
        ArgumentNullException.ThrowIfNull(applied);
        return policy.GovernedKinds.Contains(applied.Mark.Kind)
            ? [.. Size(policy, applied), .. Place(policy, applied), .. Method(policy, applied), .. Content(policy, applied.Mark), .. Order(policy, applied)]
            : [];
    }

    private static IEnumerable<PolicyBreach> Size(MarkPolicy policy, AppliedMark applied)
    {
        // A frame or receiver always has room.
        var mayBeSmall = policy.SmallPartsMayCarryLess && applied.ComponentIsTooSmall && !applied.Mark.Component.IsPrimary();
        if (applied.Height < policy.LeastHeight.Value && !mayBeSmall)
            yield return new("/height", $"Characters are at least {policy.LeastHeight.Value} mm high.", policy.LeastHeight.Source, $"{applied.Height} mm");
        if (applied.Depth < policy.LeastDepth.Value)
            yield return new("/depth", $"Characters are at least {policy.LeastDepth.Value} mm deep.", policy.LeastDepth.Source, $"{applied.Depth} mm");
    }

    private static IEnumerable<PolicyBreach> Place(MarkPolicy policy, AppliedMark applied)
    {
        if (!policy.Components.Essential.Contains(applied.Mark.Component))
        {
            yield return new(
                "/component",
                "The mark stands on an essential part, such as the frame or receiver.",
                policy.Components.Source,
                Codes.Codes.Of(applied.Mark.Component));
        }

        if (applied.IsConcealed && policy.Location.MustBeExposed)
        {
            yield return new(
                "/location", "The mark stands on an exposed surface and is read without tools or taking the arm apart.", policy.Location.Source, "concealed");
        }
    }

    private static IEnumerable<PolicyBreach> Method(MarkPolicy policy, AppliedMark applied)
    {
        var isIdentity = applied.Mark.Component.IsPrimary() && applied.Mark.Kind is MarkKind.Manufacture or MarkKind.NationalNumber;
        if (isIdentity && policy.Methods.ToDecideOn.Contains(applied.Method) && string.IsNullOrWhiteSpace(applied.MethodOverride))
        {
            yield return new(
                "/method",
                "The mark that identifies the arm is put on by a method that leaves traces when it is removed, or somebody decides otherwise and says why.",
                policy.Methods.Source,
                Codes.Codes.Of(applied.Method),
                BreachWeight.Warning);
        }

        if (applied.IsOnNonMetal && applied.Mark.Component.IsPrimary() && policy.NonMetallic is { } demand && demand.Method != applied.Method)
        {
            yield return new(
                "/method",
                $"A frame or receiver that is not of metal is marked by {Codes.Codes.Of(demand.Method)}.",
                demand.Source,
                Codes.Codes.Of(applied.Method));
        }
    }

    private static IEnumerable<PolicyBreach> Order(MarkPolicy policy, AppliedMark applied)
    {
        if (applied.Text is { } text && policy.TextOrders.GetValueOrDefault(applied.Mark.Kind) is { } order
            && MarkTextOrder.Check(order, applied.Mark.Content, text) is { } breach)
        {
            yield return breach;
        }
    }

    private static IEnumerable<PolicyBreach> Content(MarkPolicy policy, CarriedMark mark)
    {
        var requirements = Enum.GetValues<MarkTrigger>()
            .SelectMany(trigger => policy.RequiredMarks(trigger).Where(requirement => requirement.Kind == mark.Kind && Holds(requirement, trigger, mark)));
        return requirements
            .SelectMany(requirement => MarkCompleteness.Untold(policy, requirement, mark).Select(element => Breach(policy, requirement, mark, element)))
            .DistinctBy(breach => breach.Pointer);
    }

    // A part other than the frame may carry less, and what a maker tells may stand on several parts (27 CFR 478.92): only a mark that
    // stands where a requirement wants it is held to it alone. Of a maker's mark that is what manufacture asks; import asks it of the arm.
    private static bool Holds(MarkRequirement requirement, MarkTrigger trigger, CarriedMark mark) =>
        !requirement.OnOtherComponent
        && (requirement.OnPrimaryComponent ? mark.Component.IsPrimary() : mark.Kind != MarkKind.Manufacture)
        && (mark.Kind != MarkKind.Manufacture || trigger == MarkTrigger.Manufacture);

    private static PolicyBreach Breach(MarkPolicy policy, MarkRequirement requirement, CarriedMark mark, MarkElement element)
    {
        var wrongCountry = element == MarkElement.Country && mark.Content.ToldCountry is not null;
        return new PolicyBreach(
            $"/content/{Pointer(element)}",
            wrongCountry ? $"The mark stands for {policy.Country}, the country that marks." : $"A {Codes.Codes.Of(mark.Kind)} mark tells its {Codes.Codes.Of(element)}.",
            requirement.Source,
            wrongCountry ? mark.Content.ToldCountry.ToString() : null);
    }

    private static string Pointer(MarkElement element) => element == MarkElement.NationalNumber ? "nationalNumber" : Codes.Codes.Of(element);
}
