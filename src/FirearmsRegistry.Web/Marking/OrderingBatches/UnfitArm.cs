using FirearmsRegistry.Web.Shared.Acting;

namespace FirearmsRegistry.Web.Marking.OrderingBatches;

/// <summary>An arm for which the order of a batch was refused.</summary>
/// <param name="FirearmId">The arm.</param>
/// <param name="Problem">The URN of the refusal.</param>
internal sealed record UnfitArm(Guid FirearmId, string Problem)
{
    /// <summary>The names of the refusals by arm, as the refused order tells them.</summary>
    public static Dictionary<Guid, string> In(Problem? problem) => (problem?.Member<IReadOnlyList<UnfitArm>>("firearms") ?? [])
        .ToDictionary(arm => arm.FirearmId, arm => arm.Problem[(arm.Problem.LastIndexOf(':') + 1)..]);
}
