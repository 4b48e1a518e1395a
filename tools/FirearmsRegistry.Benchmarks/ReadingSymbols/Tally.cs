namespace FirearmsRegistry.Benchmarks.ReadingSymbols;

/// <summary>How many symbols were read in how long.</summary>
internal readonly record struct Tally(int Read, TimeSpan Time)
{
    public static Tally operator +(Tally left, Tally right) => new(left.Read + right.Read, left.Time + right.Time);
}
