using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Answers for the parts of a request that were refused while they were read.</summary>
internal static class RequestParts
{
    public static Refusal? Refused(EndpointFilterInvocationContext invocation) =>
        invocation.Arguments.OfType<IRequestPart>().FirstOrDefault(part => part.Refusal is not null)?.Refusal;

    /// <summary>The filter of endpoints that only read.</summary>
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        Refused(invocation) is { } refusal ? ProblemDocuments.From(refusal, invocation.HttpContext) : await next(invocation);
}
