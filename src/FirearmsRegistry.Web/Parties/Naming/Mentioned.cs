using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Web.Parties.Naming;

/// <summary>The parties among what is known of holders and possessors.</summary>
internal static class Mentioned
{
    public static IEnumerable<Guid> In(params IEnumerable<Known<Guid>> known)
    {
        foreach (var one in known)
        {
            if (one.TryGet(out var party))
                yield return party;
        }
    }
}
