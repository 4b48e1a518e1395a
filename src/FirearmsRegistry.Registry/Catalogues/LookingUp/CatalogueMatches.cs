namespace FirearmsRegistry.Registry.Catalogues.LookingUp;

/// <summary>What a text was found to name: nothing, one entry, or several that share the name.</summary>
/// <param name="Codes">The codes, ordered; empty where the text is not in the catalogue, which never makes it wrong.</param>
public sealed record CatalogueMatches(IReadOnlyList<CatalogueCode> Codes)
{
    /// <summary>Not in the catalogue.</summary>
    public static CatalogueMatches None { get; } = new([]);

    /// <summary>Whether the text is in the catalogue.</summary>
    public bool IsFound => Codes.Count > 0;

    /// <summary>The entry, where the text names only one.</summary>
    public bool TryOne(out CatalogueCode code)
    {
        code = Codes.Count == 1 ? Codes[0] : default;
        return Codes.Count == 1;
    }

    /// <summary>Whether the entry is among them.</summary>
    public bool Has(CatalogueCode code) => Codes.Contains(code);
}

/// <summary>How two texts for a cartridge stand to each other.</summary>
public enum CartridgeAgreement
{
    /// <summary>They name the same cartridge.</summary>
    Same,

    /// <summary>They may: a name is shared, or one only says the other more closely, as 12/76 does 12 gauge.</summary>
    Possible,

    /// <summary>They name different ones.</summary>
    Different,

    /// <summary>At least one of them is not in the catalogue and they are not the same text.</summary>
    Unknown,
}
