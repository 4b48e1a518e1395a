using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>What this State asks of whoever receives information in which that of others is: nothing that it lends on is freer than it was lent.</summary>
public static class LentOnward
{
    /// <summary>The own restriction and those of all lenders, each part as the strictest has it; null where nobody asks for anything.</summary>
    /// <param name="own">What this State asks for itself.</param>
    /// <param name="used">The information of others that is in it.</param>
    /// <param name="purpose">For what it is disclosed: allowed, or it would not be.</param>
    public static HandlingRestriction? Restriction(HandlingRestriction? own, LentInformation used, DisclosurePurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(used);
        HandlingRestriction[] all = [.. used.Data.Select(datum => datum.Restriction).Prepend(own).OfType<HandlingRestriction>().Distinct()];
        return all.Length switch
        {
            0 => null,
            1 => all[0],
            _ => new HandlingRestriction(Purposes(all, purpose), all.Max(one => one.ThirdParties), all.Min(one => one.ExpiresAt),
                all.Any(one => one.InformBeforeDisclosure), Text(all)),
        };
    }

    private static List<DisclosurePurpose>? Purposes(HandlingRestriction[] all, DisclosurePurpose purpose)
    {
        var limits = all.Select(one => one.Purposes).OfType<IReadOnlyList<DisclosurePurpose>>().ToList();
        if (limits.Count == 0)
            return null;
        var common = limits.Aggregate((IEnumerable<DisclosurePurpose>)limits[0], (left, right) => left.Intersect(right)).ToList();
        // A lender's consent may have widened its purposes: then at least this one is allowed by all.
        return common.Count == 0 ? [purpose] : common;
    }

    private static Note? Text(HandlingRestriction[] all)
    {
        var texts = all.Select(one => one.Text).OfType<Note>().Distinct().ToList();
        if (texts.Count == 0)
            return null;
        var together = string.Join('\n', texts);
        if (together.Length > Note.Longest)
            together = together[..(char.IsHighSurrogate(together[Note.Longest - 1]) ? Note.Longest - 1 : Note.Longest)];
        return Note.Parse(together).GetOrThrow();
    }
}
