using System.Text;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Countries;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>Writes the sections of a report: headings, facts and tables in one language, with the names that the reader may see.</summary>
internal sealed class ReportWriter(ReportWords words, IReadOnlyDictionary<Guid, ShownParty>? parties)
{
    private readonly StringBuilder _html = new();

    public ReportWords Words => words;

    /// <summary>What was written.</summary>
    public string Html => _html.ToString();

    public void Heading(string key) => _html.Append("<h2>").Append(Word(key).Html).Append("</h2>");

    public void Subheading(string key) => _html.Append("<h3>").Append(Word(key).Html).Append("</h3>");

    public void Paragraph(Markup text) => _html.Append("<p>").Append(text.Html).Append("</p>");

    public void Add(string html) => _html.Append(html);

    /// <summary>Facts with their labels; those without a value are left out.</summary>
    public void Facts(params ReadOnlySpan<(string Key, Markup? Value)> facts) => Facts("<dl>", facts);

    /// <summary>Short facts, two beside each other.</summary>
    public void ShortFacts(params ReadOnlySpan<(string Key, Markup? Value)> facts) => Facts("<dl class=\"pairs\">", facts);

    private void Facts(string start, ReadOnlySpan<(string Key, Markup? Value)> facts)
    {
        _html.Append(start);
        foreach (var (key, value) in facts)
        {
            if (value is { } given)
                _html.Append("<dt>").Append(Word(key).Html).Append("</dt><dd>").Append(given.Html).Append("</dd>");
        }

        _html.Append("</dl>");
    }

    public void List(IEnumerable<Markup> lines)
    {
        _html.Append("<ul>");
        foreach (var line in lines)
            _html.Append("<li>").Append(line.Html).Append("</li>");
        _html.Append("</ul>");
    }

    public void Table(IReadOnlyList<string> columnKeys, IEnumerable<IReadOnlyList<Markup>> rows)
    {
        var lines = rows.ToList();
        // A short table stands on one page; a long one may go on, with its heads again.
        _html.Append(lines.Count <= 5 ? "<table class=\"short\"><thead><tr>" : "<table><thead><tr>");
        foreach (var key in columnKeys)
            _html.Append("<th scope=\"col\">").Append(Word(key).Html).Append("</th>");
        _html.Append("</tr></thead><tbody>");
        foreach (var row in lines)
        {
            _html.Append("<tr>");
            foreach (var cell in row)
                _html.Append("<td>").Append(cell.Html).Append("</td>");
            _html.Append("</tr>");
        }

        _html.Append("</tbody></table>");
    }

    public Markup Word(string key) => Markup.Words(words[key]);

    public Markup Code<T>(T value)
        where T : struct, Enum => Markup.Words(words.Of(value));

    public Markup Date(PartialDate date) => new($"<bdi class=\"date\">{Markup.Words(words.Date(date)).Html}</bdi>");

    public Markup Moment(DateTimeOffset moment) => new($"<bdi class=\"moment\">{Markup.Words(words.Moment(moment)).Html}</bdi>");

    public Markup Number(int number) => Markup.Figure(words.Number(number));

    /// <summary>A country by its name in the language, and by its code, which is the same in every one.</summary>
    public Markup Country(CountryCode country) => CountryNames.Of(words.Language, country) is var name && name != country.Alpha3
        ? Markup.Words($"{name} (") + Markup.Figure(country.Alpha3) + Markup.Words(")")
        : Markup.Figure(country.Alpha3);

    public Markup Known<T>(Known<T> value, Func<T, Markup> show)
        where T : notnull =>
        value.Match(show, () => Word("none"), () => Word("unknown"));

    /// <summary>A party by its id, and by its name where the reader may see it.</summary>
    public Markup Party(Known<Guid> party) => Known(party, id => Name(id) + new Markup("<br>") + Markup.Id(id));

    private Markup Name(Guid id)
    {
        if (parties is null || !parties.TryGetValue(id, out var party))
            return Word("party");
        var name = party.Name is { } known ? Markup.Free(known) : Word("party.erased");
        return name + Markup.Words(" (") + Code(party.Category) + Markup.Words(")");
    }
}
