using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>
/// What a country asks of the marks put on under its law, as plain values: a country's policy is another file, not other code.
/// </summary>
/// <param name="Country">The country whose policy it is.</param>
/// <param name="Requirements">The marks that each trigger makes necessary.</param>
public sealed record MarkPolicy(CountryCode Country, IReadOnlyDictionary<MarkTrigger, IReadOnlyList<MarkRequirement>> Requirements)
{
    private static readonly HashSet<MarkKind> Governed =
    [
        MarkKind.Manufacture, MarkKind.Import, MarkKind.StateTransfer, MarkKind.StateRetention, MarkKind.Deactivation, MarkKind.NationalNumber,
    ];

    /// <summary>The policy's kebab-case id, for example <c>un-protocol</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The instrument that it follows, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The least height of characters.</summary>
    public required Bound LeastHeight { get; init; }

    /// <summary>Whether parts other than the frame or receiver that have no room may carry smaller characters.</summary>
    public required bool SmallPartsMayCarryLess { get; init; }

    /// <summary>The least depth.</summary>
    public required Bound LeastDepth { get; init; }

    /// <summary>The parts whose marks count.</summary>
    public required ComponentRule Components { get; init; }

    /// <summary>Where on a part marks stand.</summary>
    public required LocationRule Location { get; init; }

    /// <summary>The methods that somebody must decide on.</summary>
    public required MethodRule Methods { get; init; }

    /// <summary>How a frame or receiver is marked that is not made of metal; none where the policy does not say.</summary>
    public NonMetallicRule? NonMetallic { get; init; }

    /// <summary>The order of the text by kind of mark.</summary>
    public required IReadOnlyDictionary<MarkKind, TextOrder> TextOrders { get; init; }

    /// <summary>The kinds of mark that must be found and read by anybody. Security marks are hidden on purpose; proof and other marks are not ours to rule.</summary>
    public IReadOnlySet<MarkKind> GovernedKinds => Governed;

    /// <summary>The policy of a country that has chosen none: the Firearms Protocol on content, the strictest of the sources on size.</summary>
    public static MarkPolicy DefaultOf(CountryCode country) => MarkPolicies.Of(MarkPolicies.Default, country).GetOrThrow();

    /// <summary>The marks that a trigger makes necessary.</summary>
    public IReadOnlyList<MarkRequirement> RequiredMarks(MarkTrigger trigger) => Requirements.GetValueOrDefault(trigger, []);

    /// <summary>Whether the rules of a mark's size, place, part, method and content are kept; empty if so.</summary>
    public IReadOnlyList<PolicyBreach> Check(AppliedMark applied) => MarkChecking.Check(this, applied);

    /// <summary>The marks that an arm still needs because of a trigger; empty if none.</summary>
    /// <param name="trigger">What happens to the arm.</param>
    /// <param name="marks">The marks that it carries and that can be read.</param>
    /// <param name="hasCertificate">Whether a certificate was issued, which may serve instead of a mark (Firearms Protocol Art. 9(c)).</param>
    public IReadOnlyList<MissingMark> Missing(MarkTrigger trigger, IReadOnlyCollection<CarriedMark> marks, bool hasCertificate = false) =>
        MarkCompleteness.Missing(this, trigger, marks, hasCertificate);
}
