using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Shared.Requests;

namespace FirearmsRegistry.Web.Shared.Acting;

/// <summary>Lists that are short by their nature and are needed whole, such as stations to choose from: a page after the other, however many there are.</summary>
internal static class WholeLists
{
    /// <summary>All rows; those that were read before a refusal, with it.</summary>
    public static async Task<Answer<IReadOnlyList<T>>> ReadWholeAsync<T>(
        this UseCases cases, string operation, object? route = null, IReadOnlyDictionary<string, string?>? query = null, QueryReason? reason = null,
        CancellationToken token = default)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var asked = new Dictionary<string, string?>(query ?? new Dictionary<string, string?>()) { ["limit"] = "200", ["after"] = after };
            var answer = await cases.ReadAsync<Page<T>>(operation, route, asked, reason, token);
            if (answer.View is not { } page)
                return new Answer<IReadOnlyList<T>>(all, answer.Problem, null, null);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return new Answer<IReadOnlyList<T>>(all, null, null, null);
    }
}
