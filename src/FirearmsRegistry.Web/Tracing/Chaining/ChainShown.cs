using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

namespace FirearmsRegistry.Web.Tracing.Chaining;

/// <summary>A chain with what it tells, as the API answers it.</summary>
/// <param name="Hops">Its stations in the order of their recording.</param>
/// <param name="LastLegalRecord">The last record of a lawful holder before the intake.</param>
/// <param name="PointOfDiversion">Where it left the licit circuit, or why that is not known.</param>
/// <param name="Gaps">Where the register does not tell who had the arm.</param>
/// <param name="Interval">The time in which it left the licit circuit.</param>
/// <param name="TimesToCrime">Days to the intake.</param>
/// <param name="EarlierLosses">Earlier losses of the same arm.</param>
public sealed record ChainShown(
    IReadOnlyList<ChainHop> Hops, LastLegalRecord? LastLegalRecord, PointOfDiversion PointOfDiversion, IReadOnlyList<ChainGap> Gaps,
    DiversionInterval? Interval, IReadOnlyList<TimeToCrime> TimesToCrime, IReadOnlyList<EarlierLoss> EarlierLosses)
{
    internal static ChainShown Of(GetTraceChain.TraceChain chain) => new(
        chain.Hops, chain.LastLegalRecord, chain.PointOfDiversion, chain.Gaps ?? [], chain.DiversionInterval, chain.TimesToCrime ?? [],
        chain.EarlierLosses ?? []);
}
