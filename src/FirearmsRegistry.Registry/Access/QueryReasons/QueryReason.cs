using System.Reflection;
using System.Text.RegularExpressions;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Access.QueryReasons;

/// <summary>Why somebody looks up a person or a mark: header <c>Query-Reason: &lt;code&gt;; case="&lt;reference&gt;"</c>.</summary>
/// <param name="Code">One of the catalogue's codes.</param>
/// <param name="CaseReference">The case, order or letter that justifies it, 1 to 100 characters.</param>
public sealed partial record QueryReason(QueryReasonCode Code, string CaseReference)
{
    /// <summary>Reads the header's value; null where it is not of the form above.</summary>
    public static QueryReason? Parse(string? header)
    {
        if (header is null || Form().Match(header) is not { Success: true } match)
            return null;
        return Codes.TryParse<QueryReasonCode>(match.Groups["code"].Value, out var code)
            ? new QueryReason(code, match.Groups["case"].Value)
            : null;
    }

    [GeneratedRegex("""^\s*(?<code>[a-z_]{1,40})\s*;\s*case="(?<case>[^"\\\x00-\x1F\x7F]{1,100})"\s*$""")]
    private static partial Regex Form();
}

/// <summary>The lawful reasons for a look-up.</summary>
public enum QueryReasonCode
{
    /// <summary>A criminal investigation.</summary>
    CriminalInvestigation,

    /// <summary>A trace, domestic or for another State.</summary>
    Trace,

    /// <summary>Keeping the register: an application, a transfer, a correction.</summary>
    Registration,

    /// <summary>Checking a licence or permit.</summary>
    LicenceCheck,

    /// <summary>A check at a border, port or airport.</summary>
    BorderControl,

    /// <summary>Marking a firearm.</summary>
    Marking,

    /// <summary>An audit.</summary>
    Audit,

    /// <summary>An order of a court.</summary>
    CourtOrder,
}

/// <summary>The reason of a request; refused where it is missing, with the codes.</summary>
internal sealed record GivenQueryReason(QueryReason? Value, Refusal? Refusal) : IRequestPart
{
    public const string Header = "Query-Reason";

    public QueryReason Reason => Value ?? throw new InvalidOperationException("The query reason was refused.");

    public static ValueTask<GivenQueryReason?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var header = http.Request.Headers[Header].ToString();
        return new ValueTask<GivenQueryReason?>(QueryReason.Parse(header) is { } reason
            ? new GivenQueryReason(reason, null)
            : new GivenQueryReason(null, Missing(header)));
    }

    private static Refusal Missing(string seen) => new("query-reason-required", RefusalKind.Malformed,
        "Looking up a person or a mark needs a reason.",
        """Send the header Query-Reason: <code>; case="<reference>", with one of the codes given here.""")
    {
        Errors = [new InputError($"header:{Header}", seen.Length is 0 or > 100 ? null : seen, "Must be a code of the catalogue and the reference of a case.")],
        Extensions = new Dictionary<string, object?> { ["codes"] = Codes.All<QueryReasonCode>() },
    };
}
