namespace FirearmsRegistry.Benchmarks.Tracing.Generating;

/// <summary>An arm of a register.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Maker">The maker; null where unknown, as with the rest.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="Country">The country of manufacture.</param>
/// <param name="Year">The year.</param>
/// <param name="Serial">The serial.</param>
internal sealed record RegisterArm(string Id, string? Maker, string? Model, string? Calibre, string? Country, int? Year, string Serial);

/// <summary>
/// Arms in runs of consecutive numbers, so that most have neighbours one character away, of makers whose numbers overlap, so that many
/// serials stand on several arms.
/// </summary>
internal static class GeneratedRegister
{
    private const int FirstYear = 1960;
    private const int LastYear = 2024;

    /// <summary>The share of arms that are single samples of what the maker made, as imports are; the others came in consecutive numbers.</summary>
    public const double ScatteredShare = 0.6;

    /// <summary>The share of consecutive numbers of which the register has one, where arms are scattered.</summary>
    public const double ScatteredDensity = 0.04;

    private static readonly string[] Calibres = ["9 mm Luger", ".45 ACP", "7.62x39", "12 gauge", ".38 Special", "5.56x45 mm NATO", ".22 LR", ".308 Win"];

    public static IReadOnlyList<RegisterArm> Make(int arms, int seed)
    {
        var random = new Random(seed);
        var made = new List<RegisterArm>(arms);
        var weights = MakerPlan.All.Sum(maker => maker.Weight);
        foreach (var maker in MakerPlan.All)
        {
            foreach (var format in maker.Formats)
                AddFormat(made, maker, format, (int)Math.Round((double)arms * maker.Weight / weights / maker.Formats.Length), random);
        }

        // What rounding left over.
        var largest = MakerPlan.All[0];
        AddFormat(made, largest, largest.Formats[1], Math.Max(arms - made.Count, 0), random);
        return made.Count > arms ? made.GetRange(0, arms) : made;
    }

    private static void AddFormat(List<RegisterArm> made, MakerPlan maker, SerialFormat format, int arms, Random random)
    {
        var scattered = (int)(arms * ScatteredShare);
        for (var run = 0; run < format.Runs; run++)
        {
            AddRun(made, maker, format, run, Part(scattered, run, format.Runs), ScatteredDensity, random);
            AddRun(made, maker, format, run, Part(arms - scattered, run, format.Runs), format.Density, random);
        }
    }

    private static void AddRun(
        List<RegisterArm> made, MakerPlan maker, SerialFormat format, int run, int wanted, double density, Random random)
    {
        var capacity = Capacity(format.Pattern);
        var length = Math.Min(capacity, (long)(wanted / density) + 1);
        density = Math.Max(density, Math.Min(wanted / (0.9 * length), 1));
        var number = random.NextInt64(capacity - length + 1);
        var model = $"{maker.Name[0]}{Array.IndexOf(maker.Formats, format) + 1}{(char)('A' + run)}";
        var calibre = Calibres[random.Next(Calibres.Length)];
        var year = random.Next(FirstYear, LastYear - 4);
        for (var i = 0; i < wanted; number++)
        {
            if (random.NextDouble() >= density)
                continue;
            made.Add(new RegisterArm(
                $"arm-{made.Count:D7}", maker.Name, model, calibre, maker.Country, year + 4 * i / wanted, Write(format.Pattern, number % capacity)));
            i++;
        }
    }

    private static int Part(int whole, int part, int parts) => whole * (part + 1) / parts - whole * part / parts;

    private static long Capacity(string pattern)
    {
        var capacity = 1L;
        foreach (var place in pattern)
            capacity = Math.Min(capacity * Radix(place), 10_000_000_000_000L);
        return capacity;
    }

    private static int Radix(char place) => place switch { '9' => 10, 'A' => 26, _ => 1 };

    private static string Write(string pattern, long number) => string.Create(pattern.Length, (pattern, number), static (serial, from) =>
    {
        var left = from.number;
        for (var i = serial.Length - 1; i >= 0; i--)
        {
            var place = from.pattern[i];
            serial[i] = place switch
            {
                '9' => (char)('0' + left % 10),
                'A' => (char)('A' + left % 26),
                _ => char.ToUpperInvariant(place),
            };
            left /= Radix(place);
        }
    });
}
