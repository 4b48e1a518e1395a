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
            ? [.. Size(policy, applied), .. Place(policy, applied), .. Method(policy, applied), .. Content(policy, applied.Mark)]
            : [];
    }

    private static IEnumerable<PolicyBreach> Size(MarkPolicy policy, AppliedMark applied)
    {
        // Smaller characters are allowed on parts without room, which a frame or receiver always has (Implementing Directive (EU) 2019/68).
        var mayBeSmall = applied.ComponentIsTooSmall && !applied.Mark.Component.IsPrimary();
        if (applied.Height < policy.LeastHeight.Value && !mayBeSmall)
            yield return new("/height", $"Characters are at least {policy.LeastHeight.Value} mm high.", policy.LeastHeight.Source, $"{applied.Height} mm");
        if (applied.Depth < policy.LeastDepth.Value)
            yield return new("/depth", $"Characters are at least {policy.LeastDepth.Value} mm deep.", policy.LeastDepth.Source, $"{applied.Depth} mm");
    }

    private static IEnumerable<PolicyBreach> Place(MarkPolicy policy, AppliedMark applied)
    {
        if (!policy.EssentialComponents.Contains(applied.Mark.Component))
        {
            yield return new(
                "/component",
                "The mark stands on an essential part, such as the frame or receiver.",
                "ITI 10; Directive (EU) 2021/555 Art. 1(1)(2); Firearms Protocol Art. 3(b)",
                Codes.Codes.Of(applied.Mark.Component));
        }

        if (applied.IsConcealed)
            yield return new("/location", "The mark stands on an exposed surface and is read without tools or taking the arm apart.", "ITI 7", "concealed");
    }

    private static IEnumerable<PolicyBreach> Method(MarkPolicy policy, AppliedMark applied)
    {
        var isIdentity = applied.Mark.Component.IsPrimary() && applied.Mark.Kind is MarkKind.Manufacture or MarkKind.NationalNumber;
        if (isIdentity && policy.MethodsToDecideOn.Contains(applied.Method) && string.IsNullOrWhiteSpace(applied.MethodOverride))
        {
            yield return new(
                "/method",
                "The mark that identifies the arm is put on by a method that leaves traces when it is removed, or somebody decides otherwise and says why.",
                "ITI 7 (recoverable as far as technically possible)",
                Codes.Codes.Of(applied.Method),
                BreachWeight.Warning);
        }
    }

    private static IEnumerable<PolicyBreach> Content(MarkPolicy policy, CarriedMark mark)
    {
        // A part other than the frame may carry less, so only marks that stand where the requirement wants them are held to it.
        var requirements = Enum.GetValues<MarkTrigger>().SelectMany(policy.RequiredMarks)
            .Where(requirement => requirement.Kind == mark.Kind && (!requirement.OnPrimaryComponent || mark.Component.IsPrimary()));
        return requirements
            .SelectMany(requirement => MarkCompleteness.Untold(policy, requirement, mark).Select(element => Breach(policy, requirement, mark, element)))
            .DistinctBy(breach => breach.Pointer);
    }

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
