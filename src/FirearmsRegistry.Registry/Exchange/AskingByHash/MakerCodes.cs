using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.LookingUp;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>
/// What stands for a maker in a hash: the code that every registry's catalogue has for it, so that aliases, former names and other scripts
/// lead to one hash; else the name folded. A code has small letters, a folded name none, so that neither is taken for the other.
/// </summary>
internal sealed class MakerCodes
{
    private readonly CatalogueLookUp _catalogues;

    /// <summary>Reads the codes from the catalogues of now.</summary>
    public MakerCodes(CatalogueLookUp catalogues)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        _catalogues = catalogues;
        Digest = DigestOf(catalogues.Snapshot);
    }

    /// <summary>Changes with whatever the catalogue of makers says of names.</summary>
    public string Digest { get; }

    /// <summary>What a question names a maker by: its code, where the name is that of one maker that every registry knows.</summary>
    public string Asked(string maker) => Shared(maker) is [var code] ? code : Folded(maker);

    /// <summary>What a registered arm is found by: the codes of all makers that its maker's name may mean, and the name folded.</summary>
    public IReadOnlyList<string> Registered(string maker) => [.. Shared(maker), Folded(maker)];

    // What a registry added itself no other one has: by such a code nobody would be found.
    private IReadOnlyList<string> Shared(string maker) =>
        [.. _catalogues.FindMaker(maker).Codes.Where(code => CatalogueLookUp.Seeded.Snapshot.Find(CatalogueKind.Makers, code) is not null)
            .Select(code => code.ToString())];

    private static string Folded(string maker) => SearchKey.Of(maker).ExactKey;

    private static string DigestOf(CatalogueSnapshot catalogues)
    {
        var names = catalogues.Of(CatalogueKind.Makers).Values.OrderBy(maker => maker.Code)
            .Select(maker => $"{maker.Code}|{string.Join('|', maker.SearchedNames.Select(name => name.ToString()).Order(StringComparer.Ordinal))}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))))[..16];
    }
}
