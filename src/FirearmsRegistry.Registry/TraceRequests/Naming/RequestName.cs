using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Naming;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.Naming;

/// <summary>What people know a request by. Nothing in it is about a person.</summary>
/// <param name="CaseReference">The reference of the authority that asks, or of the one that took the item in.</param>
/// <param name="PartnerReference">The other State's reference.</param>
/// <param name="Arm">What is traced.</param>
/// <param name="Country">The other State; null for domestic requests.</param>
/// <param name="DueAt">When the next step of its clock is due; null where none runs.</param>
internal sealed record RequestName(
    ShortText? CaseReference, ShortText? PartnerReference, ArmName? Arm, CountryCode? Country, DateTimeOffset? DueAt);
