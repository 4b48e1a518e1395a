namespace FirearmsRegistry.Marks.Candidates.Weighing;

/// <summary>
/// The model of damage: how improbable each kind of difference between a mark and its reading is, as a negative natural logarithm in
/// eighths. Costs of independent differences add up, and the sum orders candidates by likelihood.
/// </summary>
/// <remarks>
/// One difference at an unknown place of a mark of about seven characters costs about ln 7; which character is then seen is weighed by
/// <see cref="SubstitutionCosts"/>. Run lengths at the ends cost little per character, because a worn or covered end takes several at once.
/// </remarks>
internal static class Costs
{
    /// <summary>Units of one natural logarithm.</summary>
    public const int PerNat = 8;

    /// <summary>No candidate costs this much or more (31 nats): the sums saturate at the largest byte.</summary>
    public const int Limit = 250;

    /// <summary>One character is not what it was read as.</summary>
    public const int Wrong = 16;

    /// <summary>Two neighbours were read in the other order.</summary>
    public const int Transposed = 17;

    /// <summary>A digit of the mark is missing in the reading.</summary>
    public const int MissingDigit = 28;

    /// <summary>A letter of the mark is missing in the reading: older records drop those between digits.</summary>
    public const int MissingLetter = 22;

    /// <summary>The reading has a character that the mark has not; which one is one of many.</summary>
    public const int Extra = 44;

    /// <summary>The same for a letter between digits, which older records replace or drop.</summary>
    public const int ExtraEmbeddedLetter = 26;

    /// <summary>A letter between digits read as another letter, which NCIC counts as the same mark.</summary>
    public const int OtherEmbeddedLetter = 34;

    /// <summary>The mark's beginning is missing in the reading.</summary>
    public const int PrefixLost = 9;

    /// <summary>Each character of a lost beginning.</summary>
    public const int PerLostOfPrefix = 2;

    /// <summary>The mark's end is missing in the reading.</summary>
    public const int SuffixLost = 14;

    /// <summary>Each character of a lost end.</summary>
    public const int PerLostOfSuffix = 3;

    /// <summary>The reading begins with something that does not belong to the mark, such as a model or "No".</summary>
    public const int PrefixAdded = 18;

    /// <summary>Each character of it.</summary>
    public const int PerAddedToPrefix = 14;

    /// <summary>The reading ends with something that does not belong to the mark.</summary>
    public const int SuffixAdded = 20;

    /// <summary>Each character of it.</summary>
    public const int PerAddedToSuffix = 14;

    /// <summary>A letter of another script stands for how it sounds and not for what it looks like.</summary>
    public const int Transliterated = 4;

    /// <summary>A digit of another script is what its shape resembles.</summary>
    public const int ShapeOfForeignDigit = 14;

    /// <summary>What an uncertain reading saves on each difference at its place.</summary>
    public const int UncertainSaves = 10;

    /// <summary>Adds costs as the scan does: what exceeds a byte stays at its largest value.</summary>
    public static byte Add(int one, int other) => (byte)Math.Min(one + other, byte.MaxValue);
}
