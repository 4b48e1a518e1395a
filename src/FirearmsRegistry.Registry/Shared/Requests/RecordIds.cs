using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Ids in bodies: the empty UUID names nothing and is refused where it enters.</summary>
internal sealed class RecordIdConverter : JsonConverter<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id) && id != Guid.Empty
            ? id
            : throw new JsonException("Must be a UUID, and not the empty one.");

    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Ids in addresses: stands for ASP.NET Core's <c>guid</c>, without the empty one.</summary>
internal sealed class RecordIdConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value)
        && (value is Guid id || Guid.TryParse(value as string, out id))
        && id != Guid.Empty;
}
