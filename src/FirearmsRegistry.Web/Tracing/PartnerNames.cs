using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tracing;

/// <summary>The national points of contact of other States, to choose one from.</summary>
internal sealed class PartnerNames(UseCases cases)
{
    /// <summary>Those that are written to, by the names of their States.</summary>
    public async Task<IReadOnlyList<(string Code, string Words)>> ChoicesAsync(Words words, CancellationToken token) =>
        [.. (await ActiveAsync(token)).Select(partner => (partner.Id.ToString(), $"{CountryNames.Of(words, partner.Country)}: {partner.Authority}"))
            .OrderBy(choice => choice.Item2, StringComparer.Ordinal)];

    /// <summary>The choice for one State; empty where it has no point of contact here.</summary>
    public async Task<string> ChoiceOfAsync(CountryCode country, CancellationToken token) =>
        (await ActiveAsync(token)).FirstOrDefault(partner => partner.Country == country)?.Id.ToString() ?? "";

    private async Task<IEnumerable<Partner>> ActiveAsync(CancellationToken token)
    {
        var page = await cases.ReadWholeAsync<Partner>("listPartners", token: token);
        return (page.View ?? []).Where(partner => partner.DeactivatedAt is null);
    }
}
