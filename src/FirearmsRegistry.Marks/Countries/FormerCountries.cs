namespace FirearmsRegistry.Marks.Countries;

/// <summary>
/// The former countries of ISO 3166-3: alpha-3, alpha-2, number where one was given, year of withdrawal, name.
/// The French Southern and Antarctic Territories are left out, because their alpha-3 code ATF is in use again.
/// </summary>
internal static class FormerCountries
{
    public const string Table = """
        AFI AI 262 1977 French Afars and Issas
        ANT AN 530 2010 Netherlands Antilles
        ATB BQ --- 1979 British Antarctic Territory
        ATN NQ 216 1983 Dronning Maud Land
        BUR BU 104 1989 Burma
        BYS BY 112 1992 Byelorussian SSR
        CSK CS 200 1993 Czechoslovakia
        CTE CT 128 1984 Canton and Enderbury Islands
        DDR DD 278 1990 German Democratic Republic
        DHY DY 204 1977 Dahomey
        FXX FX 249 1997 France, Metropolitan
        GEL GE 296 1979 Gilbert and Ellice Islands
        HVO HV 854 1984 Upper Volta
        JTN JT 396 1986 Johnston Island
        MID MI 488 1986 Midway Islands
        NHB NH 548 1980 New Hebrides
        NTZ NT 536 1993 Neutral Zone
        PCI PC 582 1986 Pacific Islands (Trust Territory)
        PCZ PZ --- 1980 Panama Canal Zone
        PUS PU 849 1986 US Miscellaneous Pacific Islands
        RHO RH 716 1980 Southern Rhodesia
        SCG CS 891 2006 Serbia and Montenegro
        SKM SK --- 1975 Sikkim
        SUN SU 810 1992 USSR
        TMP TP 626 2002 East Timor
        VDR VD --- 1977 Viet-Nam, Democratic Republic of
        WAK WK 872 1986 Wake Island
        YMD YD 720 1990 Yemen, Democratic
        YUG YU 891 2003 Yugoslavia
        ZAR ZR 180 1997 Zaire
        """;
}
