using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Web.Firearms;

namespace FirearmsRegistry.Web.Marking.OrderingBatches;

/// <summary>An arm of a batch as it is shown before the order.</summary>
/// <param name="Name">Maker, model and calibre.</param>
/// <param name="Marks">The texts of its standing marks.</param>
/// <param name="Status">Where it is; null where it cannot be read.</param>
internal sealed record BatchArm(string Name, IReadOnlyList<string> Marks, FirearmStatus? Status)
{
    public static BatchArm Of(FirearmDetails arm) => new(
        FirearmName.Of(arm.Description), [.. arm.Marks.Where(mark => !mark.Voided).Select(mark => mark.Mark.Text.ToString())], arm.Status);
}
