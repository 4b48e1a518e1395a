using System.Reflection;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Symbols.Reading;

/// <summary>Whether the arms whose marks are in a picture are to be named, which is a search and needs a reason.</summary>
internal sealed record ArmNaming(QueryReason? Reason, Refusal? Refusal = null) : IRequestPart
{
    public const string Query = "nameArm";

    public static async ValueTask<ArmNaming?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        switch (http.Request.Query[Query].ToString())
        {
            case "" or "false":
                return new ArmNaming(Reason: null);
            case "true":
                var given = await GivenQueryReason.BindAsync(http, parameter);
                return new ArmNaming(given!.Value, given.Refusal);
            case var seen:
                return new ArmNaming(null, RequestErrors.Query(Query, seen.Length > 100 ? seen[..100] : seen, "Must be true or false.", "true"));
        }
    }
}
