namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>The catalogues.</summary>
public enum CatalogueKind
{
    /// <summary>Who makes arms, imports them or puts a name on them.</summary>
    Makers,

    /// <summary>What they make.</summary>
    Models,

    /// <summary>What the arms fire.</summary>
    Cartridges,

    /// <summary>Countries and former States.</summary>
    Countries,

    /// <summary>Types of arms.</summary>
    Types,

    /// <summary>How arms are loaded and fired.</summary>
    Actions,
}

/// <summary>What a further name of an entry is.</summary>
public enum CatalogueNameKind
{
    /// <summary>Another name, spelling or abbreviation in use.</summary>
    Alias,

    /// <summary>What it was called before.</summary>
    FormerName,

    /// <summary>Its name in another script.</summary>
    OtherScript,

    /// <summary>A code or brand that stands on arms instead of the name.</summary>
    FactoryCode,

    /// <summary>A name that other entries share: a look-up answers with all of them.</summary>
    Ambiguous,
}

/// <summary>What a company does with the arms that carry its name. One company may do several.</summary>
public enum MakerRole
{
    /// <summary>Makes them.</summary>
    Maker,

    /// <summary>Brings them into a country.</summary>
    Importer,

    /// <summary>Sells arms of others under its own name.</summary>
    Rebrander,
}

/// <summary>How one company stands to another.</summary>
public enum MakerLinkKind
{
    /// <summary>It imports the other's arms: its name beside a serial does not make it the maker.</summary>
    ImporterOf,

    /// <summary>It sells arms that the other makes under its own name.</summary>
    RebranderOf,

    /// <summary>It makes or made arms under the other's licence, or copies of them.</summary>
    LicenseeOf,

    /// <summary>It took over the other's name or works.</summary>
    SuccessorOf,

    /// <summary>The names are alike, the companies are not the same.</summary>
    NotToBeTakenFor,
}

/// <summary>The bore of an arm for the cartridge.</summary>
public enum BoreType
{
    /// <summary>Rifled.</summary>
    Rifled,

    /// <summary>Smooth.</summary>
    Smooth,
}
