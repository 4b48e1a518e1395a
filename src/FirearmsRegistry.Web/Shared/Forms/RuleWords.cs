using System.Text.RegularExpressions;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>
/// The rules that every form meets, in the reader's language. They are told in English by the API; those of law stay so, with their source,
/// since a translation would be another text than the one that was applied.
/// </summary>
internal static partial class RuleWords
{
    private static readonly (string Key, Regex English)[] Known =
    [
        ("required", Required()), ("one_line", OneLine()), ("not_blank", NotBlank()), ("too_long", TooLong()), ("mark_long", MarkLong()),
        ("mark_control", MarkControl()), ("control", Control()), ("one_of", OneOf()), ("whole_number", WholeNumber()), ("time", Time()), ("future", Future()),
        ("id_taken", IdTaken()), ("user_name", UserName()), ("kind", Kind()),
        ("date", Date()), ("date_range", DateRange()), ("country", Country()),
        ("count_year", CountYear()), ("count_file", CountFile()), ("count_category", CountCategory()),
        ("named_firearms", NamedFirearms()), ("named_number", NamedNumber()),
        ("address", Address()), ("listed_server", ListedServer()), ("one_kind", OneKind()), ("signing_key", SigningKey()),
    ];

    /// <summary>The rule in the reader's language; null where it is only known in English.</summary>
    public static string? Of(Words words, string rule)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var (key, english) in Known)
        {
            if (english.Match(rule) is not { Success: true } told)
                continue;
            var text = words["shared.rules." + key];
            foreach (Group part in told.Groups)
                text = text.Replace("{" + part.Name + "}", part.Value, StringComparison.Ordinal);
            return text;
        }

        return null;
    }

    [GeneratedRegex(@"^This member is required\.$")]
    private static partial Regex Required();

    [GeneratedRegex(@"^Must have 1 to (?<most>\d+) characters on one line and no blanks at its ends\.$")]
    private static partial Regex OneLine();

    [GeneratedRegex(@"^Must have 1 to (?<most>\d+) characters that are not all blanks\.$")]
    private static partial Regex NotBlank();

    [GeneratedRegex(@"^A text may have (?<most>\d+) characters at the most; this one has (?<has>\d+)\.$")]
    private static partial Regex TooLong();

    [GeneratedRegex(@"^The text of a mark has at most (?<most>\d+) characters\.$")]
    private static partial Regex MarkLong();

    [GeneratedRegex(@"^The text of a mark holds no control characters\.$")]
    private static partial Regex MarkControl();

    [GeneratedRegex(@"^The control character (?<code>U\+[0-9A-F]{4}) is not allowed in a text\.$")]
    private static partial Regex Control();

    [GeneratedRegex(@"^The value must be one of: (?<codes>.+)\.$")]
    private static partial Regex OneOf();

    [GeneratedRegex(@"^Must be a whole number from (?<least>\d+) to (?<most>\d+)\.$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^Must be a time as in RFC 3339\.$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^Must not lie in the future\.$")]
    private static partial Regex Future();

    [GeneratedRegex(@"^A record with this id exists already\.$")]
    private static partial Regex IdTaken();

    [GeneratedRegex(@"^Must have 3 to 64 characters: letters a to z, digits, and \. - _ @ between them\.$")]
    private static partial Regex UserName();

    [GeneratedRegex(@"^The value is not of the kind that this member takes\.$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"^A date is yyyy, yyyy-MM or yyyy-MM-dd and a real day of the calendar\.$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^A date lies between the years (?<first>\d+) and (?<last>\d+)\.$")]
    private static partial Regex DateRange();

    [GeneratedRegex(@"^A country is given by its ISO 3166-1 alpha-3 code in capitals, a former country by that of ISO 3166-3\.$")]
    private static partial Regex Country();

    [GeneratedRegex(@"^Must be a year from (?<first>\d+) to (?<last>\d+)\.$")]
    private static partial Regex CountYear();

    [GeneratedRegex(@"^Must be the id of an imported file of counts\.$")]
    private static partial Regex CountFile();

    [GeneratedRegex(@"^UNODC's file has no such category of (?<indicator>\w+) in (?<dimension>\w+)\.$")]
    private static partial Regex CountCategory();

    [GeneratedRegex(@"^Must name 1 to (?<most>\d+) firearms\.$")]
    private static partial Regex NamedFirearms();

    [GeneratedRegex(@"^Must name at least one number\.$")]
    private static partial Regex NamedNumber();

    [GeneratedRegex(@"^Must be an https address of at most (?<most>\d+) characters, with neither a user name nor a fragment\.$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^Must be on a server that is listed\.$")]
    private static partial Regex ListedServer();

    [GeneratedRegex(@"^Must name at least one kind\.$")]
    private static partial Regex OneKind();

    [GeneratedRegex(@"^A key is the base64 of a SubjectPublicKeyInfo with an elliptic curve key over P-256\.$")]
    private static partial Regex SigningKey();
}
