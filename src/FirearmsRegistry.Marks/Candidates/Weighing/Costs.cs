namespace FirearmsRegistry.Marks.Candidates.Weighing;

/// <summary>
/// The model of damage: how improbable each kind of difference between a mark and its reading is, as a negative natural logarithm in
/// eighths. Costs of independent differences add up, and the sum orders candidates by likelihood.
/// </summary>
/// <remarks>
/// Wrong characters, a lost beginning and transposed neighbours are taken to be as frequent as each other; which character is seen instead is
/// weighed by <see cref="SubstitutionCosts"/>. What is missing inside, too much or lost at the end is taken to be rarer by a factor of
/// hundreds, since so many more marks would fit, and is never impossible. Run lengths at the ends cost little per character, because a worn
/// or covered end takes several at once.
/// </remarks>
internal static class Costs
{
    /// <summary>Units of one natural logarithm.</summary>
    public const int PerNat = 8;

    /// <summary>No candidate costs this much or more (31 nats): the sums saturate at the largest byte.</summary>
    public const int Limit = 250;

    /// <summary>
    /// The mark is just what was read, although whoever asks knows that it was damaged: then the reading is another arm's number by accident.
    /// </summary>
    public const int Undamaged = 96;

    /// <summary>
    /// Two neighbours were read in the other order: at one of the six places of a usual mark.
    /// </summary>
    public const int Transposed = 14;

    private const int UsualLength = 7;
    private const int LeastLength = 4;

    /// <summary>A digit of the mark is missing in the reading.</summary>
    public const int MissingDigit = 92;

    /// <summary>A letter of the mark is missing in the reading: older records drop those between digits.</summary>
    public const int MissingLetter = 86;

    /// <summary>The reading has a character that the mark has not; which one is one of many.</summary>
    public const int Extra = 112;

    /// <summary>The same for a letter between digits, which older records replace or drop.</summary>
    public const int ExtraEmbeddedLetter = 86;

    /// <summary>A letter between digits read as another letter, which NCIC counts as the same mark.</summary>
    public const int OtherEmbeddedLetter = 54;

    /// <summary>The mark's beginning is missing in the reading.</summary>
    public const int PrefixLost = 7;

    /// <summary>Each character of a lost beginning.</summary>
    public const int PerLostOfPrefix = 1;

    /// <summary>How many characters of a beginning are lost at once as a rule: a maker's prefix has no more.</summary>
    public const int UsualLostOfPrefix = 3;

    /// <summary>Each character of a lost beginning beyond the usual ones, in addition.</summary>
    public const int PerFurtherLostOfPrefix = 8;

    /// <summary>The mark's end is missing in the reading.</summary>
    public const int SuffixLost = 84;

    /// <summary>Each character of a lost end.</summary>
    public const int PerLostOfSuffix = 3;

    /// <summary>The reading begins with something that does not belong to the mark, such as a model or "No".</summary>
    public const int PrefixAdded = 86;

    /// <summary>Each character of it.</summary>
    public const int PerAddedToPrefix = 14;

    /// <summary>The reading ends with something that does not belong to the mark.</summary>
    public const int SuffixAdded = 90;

    /// <summary>Each character of it.</summary>
    public const int PerAddedToSuffix = 14;

    /// <summary>A letter of another script stands for how it sounds and not for what it looks like.</summary>
    public const int Transliterated = 3;

    /// <summary>A digit of another script is what its shape resembles.</summary>
    public const int ShapeOfForeignDigit = 14;

    /// <summary>What an uncertain reading saves on each difference at its place.</summary>
    public const int UncertainSaves = 8;

    /// <summary>
    /// What each difference costs in addition where differences of several kinds come together: a mark suffers from one cause more often
    /// than from two. The first difference of a mark, and any number of wrong characters by themselves, are spared it.
    /// </summary>
    public const int Mixed = 32;

    /// <summary>
    /// What each wrong character beyond the second costs in addition: a mark of which so much was misread is one that nobody would have read.
    /// Left out of the scan's sum, which knows only one character at a time.
    /// </summary>
    public const int ThirdWrong = 26;

    /// <summary>Costs below this are another spelling and no damage.</summary>
    public const int Damage = 8;

    /// <summary>
    /// One character of a mark of so many is wrong, at an unknown place: each place is as probable, and one wrong character and two are
    /// as frequent.
    /// </summary>
    public static int Wrong(int length = UsualLength) => OfProbability(1.0 / Math.Max(length, LeastLength));

    /// <summary>What each further wrong character costs less than the first: n (n - 1) / 2 pairs against n places.</summary>
    public static int FurtherWrongSaves(int length) => Wrong(length) - OfProbability(2.0 / (Math.Max(length, LeastLength) - 1));

    /// <summary>
    /// What it costs that the mark's first characters are missing in the reading. Always one difference among others, however little it costs
    /// by itself: else a lost beginning and a wrong character would come before two wrong ones.
    /// </summary>
    public static byte LostBefore(int count) =>
        Add((byte)(PrefixLost + Mixed), count * PerLostOfPrefix + Math.Max(0, count - UsualLostOfPrefix) * PerFurtherLostOfPrefix);

    /// <summary>The cost of what has this probability.</summary>
    public static int OfProbability(double probability) => (int)Math.Round(ExactlyOfProbability(probability));

    /// <summary>The same without rounding.</summary>
    public static double ExactlyOfProbability(double probability) => -Math.Log(probability) * PerNat;

    /// <summary>
    /// What it costs without rounding that just these places of a mark are wrong: any other choice of as many is as probable.
    /// </summary>
    public static double WrongPlaces(int length, int wrong)
    {
        var choices = 1.0;
        for (var i = 0; i < wrong; i++)
            choices = choices * (Math.Max(length, LeastLength) - i) / (i + 1);
        return ExactlyOfProbability(1 / choices) + Math.Max(0, wrong - 2) * ThirdWrong;
    }

    /// <summary>The cost of a difference where there are others.</summary>
    public static byte AmongOthers(int cost) => Add(cost, cost < Damage ? 0 : Mixed);

    /// <summary>
    /// The sum of differences of which each was taken as one among others. Other spellings by themselves cost no more than the least damage,
    /// however many there are: else a mark with several would cost more than one with a damage besides.
    /// </summary>
    public static int WithoutFirst(int sum) => sum >= byte.MaxValue ? byte.MaxValue : Math.Max(Math.Min(sum, Damage), sum - Mixed);

    /// <summary>Adds costs as the scan does: what exceeds a byte stays at its largest value.</summary>
    public static byte Add(int one, int other) => (byte)Math.Min(one + other, byte.MaxValue);
}
