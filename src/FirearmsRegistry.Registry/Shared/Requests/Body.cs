using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>What an endpoint filter needs of a body without knowing its type.</summary>
internal interface IBody : IRequestPart
{
    ReadOnlyMemory<byte> Hash { get; }
}

/// <summary>Marks bodies that hold personal data: what was seen in them is not repeated in a refusal.</summary>
internal interface IPersonalBody;

/// <summary>
/// A JSON request body, read once, strictly, and hashed for the idempotency key. An endpoint that takes one is mapped with
/// <see cref="EndpointConventions"/>, whose filter answers the refusal before the endpoint runs.
/// </summary>
internal sealed class Body<T> : IBody, IEndpointParameterMetadataProvider
    where T : notnull
{
    private readonly T? _value;

    private Body(T? value, Refusal? refusal, byte[] hash) => (_value, Refusal, Hash) = (value, refusal, hash);

    public Refusal? Refusal { get; }

    public ReadOnlyMemory<byte> Hash { get; }

    public T Value => Refusal is null ? _value! : throw new InvalidOperationException("The body was refused.");

    public static async ValueTask<Body<T>?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!http.Request.HasJsonContentType())
            return Refuse(RequestErrors.NotJson(http.Request.ContentType));
        byte[] bytes;
        try
        {
            bytes = await BodyBytes.ReadAsync(http.Request.Body, BodyBytes.Limit, http.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(RequestErrors.TooLarge);
        }

        if (bytes.Length > BodyBytes.Limit)
            return Refuse(RequestErrors.TooLarge);
        if (JsonGuard.Check(bytes) is { } refusal)
            return Refuse(refusal);
        try
        {
            var value = JsonSerializer.Deserialize<T>(bytes, RegistryJson.Options);
            return value is null
                ? Refuse(RequestErrors.NotAnObject)
                : new Body<T>(value, null, SHA256.HashData(bytes));
        }
        catch (JsonException fault)
        {
            var errors = JsonFaults.Explain(fault, bytes);
            return Refuse(Refusal.Input(
                [.. typeof(T).IsAssignableTo(typeof(IPersonalBody)) ? errors.Select(error => error with { Seen = null }) : errors]));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: false));
    }

    private static Body<T> Refuse(Refusal refusal) => new(default, refusal, []);
}
