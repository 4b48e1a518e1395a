using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Registry.Catalogues.LookingUp;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary>
/// Compares names by the catalogues: aliases and former names of makers, importers for makers, synonyms of cartridges, names of countries.
/// What no catalogue knows is compared by its letters.
/// </summary>
internal sealed class CatalogueNames(CatalogueLookUp catalogues) : IDescriptionNames
{
    private readonly SpelledNames _spelled = new();

    public Agreement Compare(DescribedFact fact, string asked, string registered)
    {
        var spelled = _spelled.Compare(fact, asked, registered);
        if (spelled == Agreement.Agrees)
            return spelled;
        return fact switch
        {
            DescribedFact.Maker => OfMakers(asked, registered) ?? spelled,
            DescribedFact.Model => Same(catalogues.FindModel(null, asked), catalogues.FindModel(null, registered)) ? Agreement.Agrees : spelled,
            DescribedFact.Calibre => OfCalibres(asked, registered) ?? spelled,
            DescribedFact.Country => Same(catalogues.FindCountry(asked), catalogues.FindCountry(registered)) ? Agreement.Agrees : spelled,
            _ => spelled,
        };
    }

    private static bool Same(CatalogueMatches one, CatalogueMatches other) => one.Codes.Intersect(other.Codes).Any();

    private Agreement? OfMakers(string asked, string registered)
    {
        var (one, other) = (catalogues.FindMaker(asked), catalogues.FindMaker(registered));
        if (Same(one, other))
            return Agreement.Agrees;
        // What is taken for the maker is often who imported the arm or sold it under his own name.
        return one.Codes.Any(first => other.Codes.Any(second => catalogues.IsImporterOf(first, second) || catalogues.IsImporterOf(second, first)))
            ? Agreement.Near
            : null;
    }

    private Agreement? OfCalibres(string asked, string registered) => catalogues.CompareCartridges(asked, registered) switch
    {
        CartridgeAgreement.Same => Agreement.Agrees,
        CartridgeAgreement.Possible => Agreement.Near,
        CartridgeAgreement.Different => Agreement.Differs,
        _ => null,
    };
}
