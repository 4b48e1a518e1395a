namespace FirearmsRegistry.Benchmarks.Tracing.Generating;

/// <summary>One way in which a maker numbers.</summary>
/// <param name="Pattern">
/// <c>9</c> counts in digits and <c>A</c> in letters, the last place fastest; small letters stand for the same capital each time.
/// </param>
/// <param name="Density">The share of consecutive numbers that are in the register, where arms came in blocks.</param>
/// <param name="Runs">In how many blocks they came, and in how many ranges the scattered ones lie.</param>
internal sealed record SerialFormat(string Pattern, double Density, int Runs);

/// <summary>A maker of the generated register. The names are made up, the ways of numbering are those in use.</summary>
/// <param name="Name">The maker.</param>
/// <param name="Country">Where it makes.</param>
/// <param name="Weight">How many of the arms are of this maker, in proportion to the others.</param>
/// <param name="Formats">How it numbers; its arms are spread evenly over them.</param>
internal sealed record MakerPlan(string Name, string Country, int Weight, params SerialFormat[] Formats)
{
    /// <summary>All makers: few large ones, many small ones.</summary>
    public static IReadOnlyList<MakerPlan> All { get; } =
    [
        new("Alpenwerk", "AUT", 120, new("AAA999", 0.45, 3), new("AAAA999", 0.5, 4)),
        new("Bellona Arms", "USA", 110, new("AAA9999", 0.35, 4), new("A999999", 0.3, 3), new("999999", 0.25, 3)),
        new("Fabbrica Corsini", "ITA", 90, new("A99999a", 0.4, 5), new("px999999", 0.35, 2), new("A99999z", 0.45, 5)),
        new("Dorn und Sohn", "DEU", 70, new("999999", 0.3, 4), new("A999999", 0.4, 3)),
        new("Eastgate Firearms", "USA", 70, new("999-99999", 0.35, 5), new("rr99999A", 0.3, 2)),
        new("Falke", "DEU", 55, new("29-999999", 0.4, 3), new("AA9999", 0.5, 12)),
        new("Granat Works", "SUN", 55, new("AA9999", 0.6, 30), new("A9999", 0.6, 20), new("99AA9999", 0.4, 6)),
        new("Hollis and Reed", "GBR", 30, new("99999", 0.35, 2), new("A999999A", 0.3, 2)),
        new("Ibarra Hermanos", "ESP", 30, new("999999", 0.35, 3), new("99-99-99999-99", 0.3, 3)),
        new("Jarl", "FIN", 25, new("999999", 0.3, 2), new("A99999", 0.4, 3)),
        new("Kovar", "CZE", 45, new("A9999", 0.5, 12), new("A999999", 0.3, 3), new("99999A", 0.4, 4)),
        new("Lindqvist", "SWE", 18, new("999999", 0.35, 2), new("A9999", 0.5, 4)),
        new("Meridian", "BRA", 45, new("AAA999999", 0.3, 3), new("AA99999", 0.4, 5), new("AAA99999", 0.35, 3)),
        new("Novak and Daughters", "HRV", 30, new("A99999", 0.45, 5), new("AT99999", 0.4, 2)),
        new("Orion Defence", "TUR", 40, new("T9999-99A99999", 0.4, 3), new("t99999AA99999", 0.35, 3)),
        new("Pellegrini", "ITA", 25, new("999999", 0.3, 2), new("A99999", 0.45, 4)),
        new("Quintana", "ARG", 18, new("99999", 0.4, 2), new("999999", 0.35, 2)),
        new("Rivermont", "USA", 45, new("99999999", 0.35, 3), new("A9999999", 0.3, 2)),
        new("Sundlund", "NOR", 14, new("999999", 0.35, 1), new("99999", 0.45, 1)),
        new("Tula North", "RUS", 35, new("AA9999", 0.5, 15), new("9999999999", 0.35, 4)),
        new("Ulm Praezision", "DEU", 25, new("999999", 0.3, 2), new("A99999", 0.4, 3)),
        new("Vasseur", "FRA", 22, new("A99999", 0.45, 4), new("9999999", 0.35, 2)),
        new("Westlake", "USA", 40, new("AA99999", 0.35, 5), new("A999999", 0.3, 2)),
        new("Xanthos", "GRC", 8, new("99999", 0.35, 1), new("A9999", 0.5, 2)),
        new("Yamato Seiki", "JPN", 14, new("9999999", 0.3, 1), new("AA99999", 0.4, 2)),
        new("Zastupnik", "YUG", 40, new("A999999", 0.4, 4), new("999999", 0.35, 3), new("AA999999", 0.35, 2)),
        new("Arsenal Danubia", "HUN", 22, new("AA9999", 0.5, 8), new("A99999", 0.45, 2)),
        new("Baltic Arms", "POL", 25, new("AA99999", 0.45, 4), new("A9999", 0.5, 6)),
        new("Cordoba Nacional", "ARG", 12, [new("99-999999", 0.4, 2)]),
        new("Delta Norinvest", "CHN", 55, new("99999999", 0.35, 4), new("9999999", 0.4, 4), new("AA999999", 0.3, 2)),
        new("Excelsior", "BEL", 30, new("999AA99999", 0.45, 4), new("A99999", 0.4, 2), new("9999999", 0.3, 2)),
        new("Fort Sibir", "RUS", 20, new("AAA999", 0.6, 8), new("99A9999", 0.4, 4)),
        new("Gotland Vapen", "SWE", 8, [new("99999", 0.4, 1)]),
        new("Hanse Waffen", "DEU", 18, new("A99999", 0.4, 3), new("999999", 0.35, 1)),
        new("Iberia Armas", "PRT", 12, new("999999", 0.4, 1), new("A99999", 0.4, 1)),
        new("Juno Sporting", "USA", 25, new("aa999999", 0.35, 2), new("AB99999", 0.4, 3)),
    ];
}
