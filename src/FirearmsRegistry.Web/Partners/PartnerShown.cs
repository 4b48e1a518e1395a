using FirearmsRegistry.Registry.Exchange.Partners;

namespace FirearmsRegistry.Web.Partners;

/// <summary>A national point of contact as a page shows it.</summary>
/// <param name="Partner">The point of contact.</param>
/// <param name="MayManage">Whether the reader may change who it is, how it is reached and what was agreed.</param>
/// <param name="MaySetClocks">Whether the reader may set its clocks and calendar.</param>
public sealed record PartnerShown(Partner Partner, bool MayManage, bool MaySetClocks)
{
    /// <summary>Whether the reader may change it: one that is not written to any more is not changed.</summary>
    public bool IsManaged => MayManage && Partner.DeactivatedAt is null;

    /// <summary>Whether the reader may set its clocks and calendar.</summary>
    public bool IsClocked => MaySetClocks && Partner.DeactivatedAt is null;
}
