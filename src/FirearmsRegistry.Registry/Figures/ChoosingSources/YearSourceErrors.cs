using System.Globalization;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Figures.ChoosingSources;

/// <summary>The refusals of choosing a source.</summary>
internal static class YearSourceErrors
{
    public const string Words = "year source";

    public const string ChosenAlready = "year-source-chosen-already";

    public const string NothingChanged = "year-source-unchanged";

    public const string FileWithoutYear = "count-file-without-year";

    public static Refusal Already(Guid id) => new(ChosenAlready, RefusalKind.Conflict,
        "A source was chosen for this year already.", "Choose anew on its record, so that the earlier choice is kept.")
    {
        Extensions = new Dictionary<string, object?> { ["yearSourceId"] = id },
    };

    public static Refusal Unchanged { get; } = new(NothingChanged, RefusalKind.Conflict, "The figures of the year rest on this already.");

    public static Refusal WithoutYear(int year) => new(FileWithoutYear, RefusalKind.RuleBroken,
        "The file has no tracing table of this State and year.",
        string.Create(CultureInfo.InvariantCulture, $"Nothing in it could take the place of the register's cases of {year}."));
}

/// <summary>Where the choices of sources stand.</summary>
internal static class YearSourcePaths
{
    public const string Route = "/indicators/sdg-16-4-2/year-sources";

    public static string Of(Guid id) => $"/api/v1{Route}/{id}";
}
