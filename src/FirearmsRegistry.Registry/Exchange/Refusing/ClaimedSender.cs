using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Registry.Exchange.Refusing;

/// <summary>The State that a text claims to come from, and what is known of that.</summary>
/// <param name="State">The State; null where the text names none.</param>
/// <param name="IsPartner">Whether that State is a partner.</param>
/// <param name="Signed">Whether its signature held.</param>
internal readonly record struct ClaimedSender(CountryCode? State, bool IsPartner, bool Signed)
{
    /// <summary>The State whose signature held; null where none did.</summary>
    public CountryCode? Signer => Signed ? State : null;

    /// <summary>
    /// Under which State a text is counted whose signature did not hold: each partner has lines of its own, so that junk in one name does not hide
    /// what is forged in another. All that strangers claim is counted as one, since they claim what they like.
    /// </summary>
    public CountryCode? Forged => IsPartner && !Signed ? State : null;
}
