using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Parties.SearchingByName;

/// <summary><c>POST /party-searches</c>: parties by name. The access log says that a name was searched and what was found, not the name.</summary>
internal static class SearchPartiesByName
{
    /// <summary>How the words asked for are compared with a name's.</summary>
    public enum NameMatch
    {
        /// <summary>A name's word begins with the word asked for.</summary>
        Prefix,

        /// <summary>A name's word is the word asked for.</summary>
        Word,
    }

    /// <summary>The body.</summary>
    /// <param name="Name">One or several words, in any order and script; each must fit a word of the party's names.</param>
    /// <param name="Match">How they are compared.</param>
    public sealed record PartySearchRequest(ShortText Name, NameMatch Match = NameMatch.Prefix) : IPersonalBody;

    /// <summary>A party that was found: enough to tell namesakes apart.</summary>
    public sealed record PartyFound(
        Guid Id, PartyKind Kind, PartyCategory Category, ShortText Name, ShortText? NameInLatin, Known<PartialDate> DateOfBirth,
        Known<CountryCode> Country);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapSearch<Page<PartyFound>>("/party-searches", HandleAsync)
        .Named("searchParties", "Parties by the words of their names, in any script")
        .Requires(AccessPolicy.ReadParties)
        .Example(PartyExamples.Search)
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Body<PartySearchRequest> body, PageRequest page, GivenQueryReason reason, NpgsqlDataSource database, TimeProvider time,
        HttpContext http, CancellationToken token)
    {
        var words = NameKeys.Of(body.Value.Name.ToString());
        if (words.Count == 0)
            return ProblemDocuments.From(Refusal.Input(new InputError("/name", null, "Must hold at least one letter or digit.")), http);
        if (!TryPosition(page, out var after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var found = Page<PartyFound>.Of(
            await PartyNameQuery.FindAsync(connection, words, body.Value.Match, after, page.Limit + 1, token), page.Limit,
            party => party.Id.ToString("N"));
        var entry = new AccessLogEntry(Actor.From(http.User), reason.Reason, "search_parties",
            new Dictionary<string, object?> { ["by"] = "name" }, [.. found.Items.Select(party => party.Id)], time.GetUtcNow());
        await entry.WriteAsync(connection, token);
        await transaction.CommitAsync(token);
        return Resources.Of(found);
    }

    private static bool TryPosition(PageRequest page, out Guid after)
    {
        after = Guid.Empty;
        return page.After is null || Guid.TryParseExact(page.After, "N", out after);
    }
}
