using FirearmsRegistry.Registry.Access;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>
/// Who may see which case a count rests on. References and places are texts that a person wrote, so that they may name somebody: whoever may not open
/// the seizure itself is told its id alone, by which those who may find it.
/// </summary>
internal static class CaseReaders
{
    /// <summary>Whether the caller may open seizures.</summary>
    public static bool Has(HttpContext http) => Actor.From(http.User).Roles.Overlaps(AccessPolicy.ReadSeizures.Roles);
}
