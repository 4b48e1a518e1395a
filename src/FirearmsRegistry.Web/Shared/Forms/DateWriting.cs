using System.Globalization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>One way of writing dates and moments: in figures (ISO 8601), or in the words in which a language's pages and reports show them.</summary>
internal sealed class DateWriting
{
    private const string Year = "(?<year>[0-9]{4})";
    private const string Time = @"(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}(?:\.[0-9]{1,7})?))?";
    private const string Zone = " ?(?:Z|UTC|(?<offset>[+-][0-9]{2}:[0-9]{2}))";

    private readonly Regex _regex;
    private readonly IReadOnlyDictionary<string, int> _months;

    private DateWriting(string day, string between, string others, IReadOnlyDictionary<string, int> months)
    {
        _regex = new Regex($@"\A(?:{day}(?:(?:{between}|T|,? ){Time}(?:{Zone})?)?|{others})\z",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        _months = months;
    }

    /// <summary>All of them. No name of a month means two months, in whichever of the languages it is.</summary>
    public static IReadOnlyList<DateWriting> All { get; } = [InFigures(), .. Languages.All.Select(language => InWords(ReportWords.In(language)))];

    /// <summary>The names of months, with their numbers.</summary>
    public IEnumerable<KeyValuePair<string, int>> Months => _months;

    /// <summary>Takes a text apart; null where it is written otherwise.</summary>
    /// <param name="plain">The text, with the digits 0 to 9 and without what cannot be seen.</param>
    public WrittenDate? Read(string plain)
    {
        var match = _regex.Match(plain);
        if (!match.Success)
            return null;
        var month = Part("month");
        return new WrittenDate(Part("year")!, month is null ? null : MonthOf(month), match.Groups["first"].Success ? 1 : Number(Part("day")))
        {
            Hour = Part("hour"),
            Minute = Part("minute"),
            Second = Part("second"),
            Offset = Part("offset"),
        };

        string? Part(string name) => match.Groups[name] is { Success: true } found ? found.Value : null;
    }

    private static DateWriting InFigures()
    {
        const string Month = Year + "-(?<month>[0-9]{2})";
        return new DateWriting(Month + "-(?<day>[0-9]{2})", " ", $"{Month}|{Year}", new Dictionary<string, int>(StringComparer.Ordinal));
    }

    private static DateWriting InWords(ReportWords words)
    {
        var months = MonthsOf(words);
        // The longest first: "11月" begins with a month as well.
        var month = $"(?<month>{string.Join('|', months.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape))})";
        var day = $"(?:(?<day>[0-9]{{1,2}})|(?<first>{Regex.Escape(words["date.first"])}))";
        var moment = TypedDate.Plain(words["date.moment"]);
        var between = moment[(moment.IndexOf('}', StringComparison.Ordinal) + 1)..moment.LastIndexOf('{')];
        return new DateWriting(Of("date.day"), Regex.Escape(between), $"{Of("date.month")}|{Of("date.year")}", months);

        string Of(string key) => string.Concat(Regex.Split(TypedDate.Plain(words[key]), @"(\{[a-z]+\})").Select(part => part switch
        {
            "{day}" => day,
            "{month}" => month,
            "{year}" => Year,
            _ => Regex.Escape(part),
        }));
    }

    private static Dictionary<string, int> MonthsOf(ReportWords words)
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var month = 1; month <= 12; month++)
        {
            foreach (var form in new[] { "month", "month_alone" })
            {
                var name = TypedDate.Plain(words[string.Create(CultureInfo.InvariantCulture, $"{form}.{month}")]);
                months[name] = month;
                // In Arabic a month has two names, of which people write the one that their country uses.
                foreach (var one in name.Split('/'))
                    months[one] = month;
            }
        }

        return months;
    }

    private int? MonthOf(string text) => _months.TryGetValue(text, out var month) ? month : Number(text);

    private static int? Number(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The parts of a date or moment as they were written, which no calendar or clock need have.</summary>
internal sealed record WrittenDate(string Year, int? Month, int? Day)
{
    public string? Hour { get; init; }

    public string? Minute { get; init; }

    public string? Second { get; init; }

    /// <summary>How far from UTC it was written; null for in UTC.</summary>
    public string? Offset { get; init; }

    /// <summary>The date as it is sent.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Year}{Month:'-'00}{Day:'-'00}");
}
