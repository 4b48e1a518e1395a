using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.MarkingJobs.Ordering;

/// <summary>
/// Collects the arms of a batch that cannot be ordered, so that whoever ordered it is told of all of them at once, each by its place. An order alone,
/// and what is wrong with the mark that all have in common, is refused as it is.
/// </summary>
internal sealed class UnfitArms(IReadOnlyList<OrderMarking> orders)
{
    private const string Mark = "/mark";

    private readonly List<(int Index, Refusal Why)> _unfit = [];

    /// <summary>The refusal of the batch; null where every arm is fit.</summary>
    public Refusal? Refusal => _unfit.Count == 0
        ? null
        : MarkingJobErrors.Unfit([.. _unfit.Select(arm => (arm.Index, orders[arm.Index].FirearmId, arm.Why))]);

    /// <summary>Whether the refusal is of this arm alone, and so is kept until all arms were looked at.</summary>
    public bool Take(int index, Refusal why)
    {
        ArgumentNullException.ThrowIfNull(why);
        if (orders[index].BatchId is null || why.Errors.Any(error => error.Pointer.StartsWith(Mark, StringComparison.Ordinal)))
            return false;
        _unfit.Add((index, why));
        return true;
    }
}
