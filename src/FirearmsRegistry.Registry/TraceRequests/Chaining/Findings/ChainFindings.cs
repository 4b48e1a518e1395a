using FirearmsRegistry.Marks.Dates;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

/// <summary>What a chain tells beyond its stations. Derived whenever it is read, never stored with the chain.</summary>
/// <param name="Gaps">Where the register does not tell who had the arm.</param>
/// <param name="DiversionInterval">The time in which it left the licit circuit.</param>
/// <param name="TimesToCrime">Days from the last legal transfer, and from the first sale, to the intake.</param>
/// <param name="EarlierLosses">Earlier losses of the same arm.</param>
public sealed record ChainFindings(
    IReadOnlyList<ChainGap> Gaps,
    DiversionInterval DiversionInterval,
    IReadOnlyList<TimeToCrime> TimesToCrime,
    IReadOnlyList<EarlierLoss> EarlierLosses)
{
    /// <summary>Derives them.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="intakeOn">When the arm came in.</param>
    public static ChainFindings Of(Chain chain, PartialDate intakeOn)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var gaps = ChainGaps.Of(chain.Hops, intakeOn);
        return new ChainFindings(gaps, DiversionInterval.Of(chain, intakeOn), TimeToCrime.Of(chain, gaps, intakeOn), EarlierLoss.Of(chain.Hops));
    }
}
