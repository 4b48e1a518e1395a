using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using System.Text;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Which part of a list is wanted: <c>limit</c> (1 to 200, 50 unless told) and the opaque <c>after</c> of the page before.</summary>
internal sealed record PageRequest(int Limit, string? After, Refusal? Refusal = null) : IRequestPart
{
    public const int Most = 200;

    public static ValueTask<PageRequest?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var limit = 50;
        if (http.Request.Query.TryGetValue("limit", out var asked)
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Most))
        {
            return Refuse(RequestErrors.Query("limit", asked, $"Must be a whole number from 1 to {Most}."));
        }

        if (!http.Request.Query.TryGetValue("after", out var after))
            return new ValueTask<PageRequest?>(new PageRequest(limit, null));
        try
        {
            return new ValueTask<PageRequest?>(new PageRequest(limit, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after.ToString()))));
        }
        catch (FormatException)
        {
            return Refuse(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."));
        }
    }

    /// <summary>A position in a list as <c>next</c> tells it: opaque to callers.</summary>
    public static string Position(string position) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(position));

    private static ValueTask<PageRequest?> Refuse(Refusal refusal) => new(new PageRequest(0, null, refusal));
}

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, in the list's own order.</param>
/// <param name="Next">Pass it as <c>after</c> for the page that follows; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Makes a page of one item more than was asked for, the further one telling that there is a next page.</summary>
    internal static Page<T> Of(IReadOnlyList<T> itemsAndOneMore, int limit, Func<T, string> position) =>
        itemsAndOneMore.Count <= limit
            ? new Page<T>(itemsAndOneMore, null)
            : new Page<T>([.. itemsAndOneMore.Take(limit)],
                PageRequest.Position(position(itemsAndOneMore[limit - 1])));
}
