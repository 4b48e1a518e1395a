namespace FirearmsRegistry.Benchmarks.Tracing.Damaging;

/// <summary>A damaged mark.</summary>
/// <param name="Text">What is searched, in the notation of marks as read.</param>
/// <param name="Letters">The same for the ideal ranker: characters of the table's alphabet or of the script, <c>?</c> for unreadable ones.</param>
/// <param name="Script">The script in which it was written down; null for none.</param>
internal sealed record DamagedMark(string Text, string Letters, string? Script = null);

/// <summary>Damages marks.</summary>
internal sealed class MarkDamage(DamageTables tables)
{
    private const int LeftAtLeast = 5;
    private const int MostLost = 3;

    /// <summary>How many lengths of lost beginning there are for a mark of this length; zero where it is too short.</summary>
    public static int PrefixChoices(int length) => Math.Clamp(length - LeftAtLeast, 0, MostLost);

    /// <summary>Draws a damage; null where this kind cannot befall the mark.</summary>
    public DamagedMark? Draw(DamageKind kind, string letters, Random random) => kind switch
    {
        DamageKind.OneWrong => Of(Misread(letters, random, 1)),
        DamageKind.TwoWrong => Of(Misread(letters, random, 2)),
        DamageKind.TwoUnreadable => Of(Blotted(letters, random)),
        DamageKind.PrefixLost => PrefixChoices(letters.Length) is > 0 and var choices ? Of(letters[(1 + random.Next(choices))..]) : null,
        DamageKind.Transposed => Transposed(letters, random),
        DamageKind.WrongScript => Written(letters, random),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static DamagedMark Of(string letters) => new(letters, letters);

    private static string Blotted(string letters, Random random)
    {
        var (one, other) = TwoPlaces(letters.Length, random);
        var blotted = letters.ToCharArray();
        blotted[one] = blotted[other] = '?';
        return new string(blotted);
    }

    private static DamagedMark? Transposed(string letters, Random random)
    {
        var places = Enumerable.Range(0, letters.Length - 1).Where(i => letters[i] != letters[i + 1]).ToArray();
        if (places.Length == 0)
            return null;
        var at = places[random.Next(places.Length)];
        var turned = letters.ToCharArray();
        (turned[at], turned[at + 1]) = (turned[at + 1], turned[at]);
        return Of(new string(turned));
    }

    private static (int One, int Other) TwoPlaces(int length, Random random)
    {
        var one = random.Next(length);
        var other = random.Next(length - 1);
        return (one, other >= one ? other + 1 : other);
    }

    private string Misread(string letters, Random random, int places)
    {
        var read = letters.ToCharArray();
        var (one, other) = TwoPlaces(letters.Length, random);
        read[one] = tables.DrawMisread(letters[one], random);
        if (places > 1)
            read[other] = tables.DrawMisread(letters[other], random);
        return new string(read);
    }

    private DamagedMark? Written(string letters, Random random)
    {
        var scripts = tables.Scripts.Where(script => letters.Any(script.Value.ContainsKey)).Select(script => script.Key).ToArray();
        var script = scripts[random.Next(scripts.Length)];
        var written = string.Concat(letters.Select(letter => tables.Scripts[script].TryGetValue(letter, out var seen) ? seen.Draw(random) : letter));
        return written == letters ? null : new DamagedMark(written, written, script);
    }
}
