using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>What a disclosure and its receiver must name; each rule gives a refusal, or null.</summary>
public static class DisclosureRules
{
    /// <summary>A State is named for its authorities, and for nobody else.</summary>
    public static Refusal? Recipient(DisclosureRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return (recipient.Kind == RecipientKind.OtherState) == recipient.Country is not null
            ? null
            : Refusal.Input(new InputError("/recipient/country", recipient.Country?.Alpha3, "Must be given for another State's authority, and only for that."));
    }

    /// <summary>A restriction that limits the purposes leaves one.</summary>
    public static Refusal? Restriction(HandlingRestriction? restriction) => restriction is { Purposes.Count: 0 }
        ? Refusal.Input(new InputError("/restriction/purposes", null, "Must name one at least, or be null."))
        : null;

    /// <summary>Something is disclosed, and nothing is named twice.</summary>
    public static Refusal? Categories(IReadOnlyList<DataCategory> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return categories.Count > 0 && categories.Distinct().Count() == categories.Count
            ? null
            : Refusal.Input(new InputError("/categories", null, "Must name at least one category, none twice."));
    }
}
