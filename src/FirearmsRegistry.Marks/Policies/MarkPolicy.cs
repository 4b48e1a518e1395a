using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>
/// What a country asks of the marks put on under its law, as plain values: a country's policy is other values, not other code.
/// </summary>
/// <param name="Country">The country whose policy it is.</param>
/// <param name="Requirements">The marks that each trigger makes necessary.</param>
public sealed record MarkPolicy(CountryCode Country, IReadOnlyDictionary<MarkTrigger, IReadOnlyList<MarkRequirement>> Requirements)
{
    /// <summary>The least height of characters.</summary>
    public required Bound LeastHeight { get; init; }

    /// <summary>The least depth.</summary>
    public required Bound LeastDepth { get; init; }

    /// <summary>The parts whose marks count.</summary>
    public IReadOnlySet<ComponentKind> EssentialComponents { get; init; } = Enum.GetValues<ComponentKind>().Where(kind => kind.IsEssential()).ToHashSet();

    /// <summary>The kinds of mark that must be found and read by anybody. Security marks are hidden on purpose; proof and other marks are not ours to rule.</summary>
    public IReadOnlySet<MarkKind> GovernedKinds { get; init; } = new HashSet<MarkKind>
    {
        MarkKind.Manufacture, MarkKind.Import, MarkKind.StateTransfer, MarkKind.StateRetention, MarkKind.Deactivation, MarkKind.NationalNumber,
    };

    /// <summary>Methods that need a decision of their own where the mark is the arm's identity, because laboratories cannot restore them.</summary>
    public IReadOnlySet<MarkMethod> MethodsToDecideOn { get; init; } = new HashSet<MarkMethod> { MarkMethod.Laser };

    /// <summary>Whether the year of manufacture is required in the maker's mark (Directive (EU) 2021/555 Art. 4; ECOWAS Convention Art. 18).</summary>
    public bool YearOfManufactureIsRequired { get; init; }

    /// <summary>The policy of a country that has set no values of its own.</summary>
    public static MarkPolicy DefaultOf(CountryCode country) => DefaultMarkPolicy.Of(country);

    /// <summary>The marks that a trigger makes necessary.</summary>
    public IReadOnlyList<MarkRequirement> RequiredMarks(MarkTrigger trigger)
    {
        var requirements = Requirements.GetValueOrDefault(trigger, []);
        return YearOfManufactureIsRequired ? [.. requirements.Select(WithYear)] : requirements;
    }

    /// <summary>Whether the rules of a mark's size, place, part, method and content are kept; empty if so.</summary>
    public IReadOnlyList<PolicyBreach> Check(AppliedMark applied) => MarkChecking.Check(this, applied);

    /// <summary>The marks that an arm still needs because of a trigger; empty if none.</summary>
    /// <param name="trigger">What happens to the arm.</param>
    /// <param name="marks">The marks that it carries and that can be read.</param>
    /// <param name="hasCertificate">Whether a certificate was issued, which may serve instead of a mark (Firearms Protocol Art. 9(c)).</param>
    public IReadOnlyList<MissingMark> Missing(MarkTrigger trigger, IReadOnlyCollection<CarriedMark> marks, bool hasCertificate = false) =>
        MarkCompleteness.Missing(this, trigger, marks, hasCertificate);

    private static MarkRequirement WithYear(MarkRequirement requirement) =>
        requirement.Kind == MarkKind.Manufacture && !requirement.Elements.Contains(MarkElement.Year)
            ? requirement with { Elements = [.. requirement.Elements, MarkElement.Year] }
            : requirement;
}

/// <summary>A least size and who set it.</summary>
/// <param name="Value">The size that is still allowed.</param>
/// <param name="Source">Who set it.</param>
public sealed record Bound(Millimetres Value, string Source);
