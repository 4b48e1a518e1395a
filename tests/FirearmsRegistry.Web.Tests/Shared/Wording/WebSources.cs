using System.Text.RegularExpressions;

namespace FirearmsRegistry.Web.Tests.Shared.Wording;

/// <summary>The sources of the pages, for what no type can forbid: words that stand in a page itself.</summary>
internal static partial class WebSources
{
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(RepositoryRoot.Below("src", "FirearmsRegistry.Web"), pattern, SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal));

    /// <summary>The keys in <c>W["…"]</c>, <c>W.Count("…"</c>, and entries of the menu.</summary>
    public static IEnumerable<string> KeysNamedIn(string source) =>
        NamedKey().Matches(source).Select(match => match.Groups["key"].Value).Where(key => !key.EndsWith('.'));

    /// <summary>Texts between tags, and in the attributes that people see or hear, that hold letters and come from no expression.</summary>
    public static IEnumerable<string> LiteralsIn(string razor)
    {
        var code = razor.IndexOf("@code", StringComparison.Ordinal);
        var markup = RazorComment().Replace(code < 0 ? razor : razor[..code], "");
        markup = string.Join('\n', markup.Split('\n').Where(line => !Directive().IsMatch(line)));
        markup = CodeBlock().Replace(markup, "");
        foreach (Match attribute in SeenAttribute().Matches(markup))
            yield return attribute.Value;
        foreach (Match text in BetweenTags().Matches(WithoutExpressions(markup)))
        {
            if (text.Groups["text"].Value.Any(char.IsLetter))
                yield return text.Groups["text"].Value.Trim();
        }
    }

    /// <summary>Takes out tags' attributes, expressions and control lines, and leaves what would be shown as it stands.</summary>
    private static string WithoutExpressions(string markup)
    {
        var lines = markup.Split('\n').Where(line => !Control().IsMatch(line));
        var text = Tag().Replace(string.Join('\n', lines), match => match.Value.StartsWith("</", StringComparison.Ordinal) ? "<>" : "<>");
        return Entity().Replace(Expression().Replace(text, ""), "");
    }

    [GeneratedRegex("""(?:W\[|W\.Count\(|words\[|W\.Sentence\(|new\("/[^"]*", )(?:[^"\]]*\? )?"(?<key>[a-z_]+\.[a-z_.\-]+)"(?: : "(?<key>[a-z_.\-]+)")?""")]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"^\s*@(page|using|attribute|inherits|implements|inject|layout|namespace|typeparam)\b")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^@\{.*?^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("""\b(?:aria-label|placeholder|title|alt|Label|Help|SendWords)="[^"@]*\p{L}[^"@]*"(?=[\s/>])""")]
    private static partial Regex SeenAttribute();

    [GeneratedRegex("""^\s*(?:@?(?:if|else|else if|foreach|for|switch|while)\b.*|[{}]|case .*|break;|default:|.*;)\s*$""")]
    private static partial Regex Control();

    [GeneratedRegex("""</?[A-Za-z!][^<>"]*(?:"(?:[^"@]|@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|@[\w.]+(?:\["[^"]*"\])?|@[^"]*)*"[^<>"]*)*>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""@(?:\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)(?:\.\w+)*|[\w.]+(?:\[(?:[^\[\]]|\[[^\]]*\])*\])?(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?)""")]
    private static partial Regex Expression();

    [GeneratedRegex(@"&\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<text>[^<>]+)")]
    private static partial Regex BetweenTags();
}
