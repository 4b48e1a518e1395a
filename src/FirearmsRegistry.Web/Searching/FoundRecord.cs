using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Naming;

namespace FirearmsRegistry.Web.Searching;

/// <summary>A record whose id or reference was given.</summary>
/// <param name="Address">The address of its page.</param>
/// <param name="WordsKey">The key of what it is called.</param>
/// <param name="Reference">The reference by which it was found; null where its id was given.</param>
/// <param name="On">When it happened or was filed: tells it from others with the same reference.</param>
/// <param name="Place">Where it happened, in somebody's words.</param>
/// <param name="Arm">What it is about.</param>
public sealed record FoundRecord(string Address, string WordsKey, string? Reference = null, PartialDate? On = null, string? Place = null, ArmName? Arm = null);
