using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Indicators.Importing.Unodc;

/// <summary>What a published count is a count of, in this system's codes.</summary>
/// <param name="Country">The State that reported.</param>
/// <param name="Year">The year.</param>
/// <param name="Indicator">What is counted, such as <c>arms_seized</c>.</param>
/// <param name="Dimension">By what it is told apart, such as <c>tracing</c>; <c>total</c> for a count that is not.</param>
/// <param name="Category">The category in the dimension; <c>total</c> for all of them.</param>
/// <param name="Sex">The sex of the persons counted.</param>
public sealed record UnodcSubject(CountryCode Country, int Year, string Indicator, string Dimension, string Category, CountedSex Sex);

/// <summary>A count of the file that UNODC publishes.</summary>
/// <param name="Subject">What it is a count of.</param>
/// <param name="Value">The count: zero is known, <c>none</c> does not apply (<c>na</c>), <c>unknown</c> was not reported (empty).</param>
/// <param name="Source">By which way it came to UNODC, such as <c>IAFQ</c> or <c>IAFQ/PP</c>.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Variant">
/// 0 for a count that stands once or in equal rows. Where one subject has rows with different values, both are kept, numbered from 1,
/// and are in no total until a person says which is which.
/// </param>
public sealed record UnodcCount(UnodcSubject Subject, Known<long> Value, string Source, long Line, int Variant)
{
    /// <summary>Whether another row of the file says something else of the same subject.</summary>
    public bool IsContested => Variant > 0;
}
