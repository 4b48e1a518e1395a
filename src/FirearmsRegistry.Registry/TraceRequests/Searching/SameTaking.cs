using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.TraceRequests.Chaining;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>
/// Whether two items that are one registered arm report one taking of it, so that it counts once, or two, so that both count.
/// </summary>
/// <remarks>
/// <para>
/// An arm that was taken stays taken. So two reports are of one taking, whichever agencies made them and however their dates differ,
/// unless the register has a record that certainly lies between the two dates and shows the arm in somebody's hands again: given back or
/// kept by the State, recovered by its holder, sold or otherwise passed on, reported lost, stolen or passed on unlawfully, or destroyed or
/// deactivated according to the record and yet there. The authorisation of a disposal shows nothing of the kind, nor does a registration
/// that itself says that the arm was recovered.
/// </para>
/// <para>
/// Where the dates do not tell, it is one taking: counting an arm twice cannot be seen in a figure, while a link can be seen in
/// <c>excluded.duplicate</c> and be withdrawn by a person, who then decides.
/// </para>
/// </remarks>
public static class SameTaking
{
    /// <summary>The record that makes two takings of the two dates; null where it is one taking.</summary>
    /// <param name="hops">The arm's stations.</param>
    /// <param name="one">When the one item came in.</param>
    /// <param name="other">When the other came in.</param>
    public static ChainHop? Separation(IReadOnlyList<ChainHop> hops, PartialDate one, PartialDate other)
    {
        ArgumentNullException.ThrowIfNull(hops);
        var (earlier, later) = one.Earliest <= other.Earliest ? (one, other) : (other, one);
        return hops.FirstOrDefault(hop => ShowsItInHands(hop.Kind)
            && hop.OccurredOn.TryGet(out var on) && on.CertainlyAfter(earlier) && on.CertainlyBefore(later));
    }

    private static bool ShowsItInHands(HopKind kind) => kind is not (HopKind.DisposalAuthorised or HopKind.RegisteredAsRecovered);
}
