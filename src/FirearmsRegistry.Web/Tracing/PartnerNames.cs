using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tracing;

/// <summary>The national points of contact of other States, to choose one from.</summary>
internal sealed class PartnerNames(UseCases cases)
{
    /// <summary>Those that are written to.</summary>
    public async Task<IReadOnlyList<Partner>> ReadAsync(CancellationToken token)
    {
        var page = await cases.ReadWholeAsync<Partner>("listPartners", token: token);
        return [.. (page.View ?? []).Where(partner => partner.DeactivatedAt is null)];
    }

    /// <summary>Some of them by the names of their States in the reader's language.</summary>
    public static IReadOnlyList<(string Code, string Words)> ChoicesOf(Words words, IEnumerable<Partner> partners) =>
        [.. partners.Select(partner => (partner.Id.ToString(), $"{CountryNames.Of(words, partner.Country)}: {partner.Authority}"))
            .OrderBy(choice => choice.Item2, StringComparer.Ordinal)];

    /// <summary>The choice for one State; empty where it has no point of contact here.</summary>
    public static string ChoiceOf(IEnumerable<Partner> partners, CountryCode country) =>
        partners.FirstOrDefault(partner => partner.Country == country)?.Id.ToString() ?? "";
}
