using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>
/// How endpoints of every area are mapped. A write is a POST that returns <c>Result&lt;Written&gt;</c> and is answered with its
/// resource; a read is a GET, or a POST of a search, that returns an <see cref="IResult"/>.
/// </summary>
internal static class EndpointConventions
{
    /// <summary>Maps a POST that brings a new record into being: no <c>If-Match</c>.</summary>
    public static RouteHandlerBuilder MapCreation<TAnswer, TView>(this IEndpointRouteBuilder routes, string pattern, Delegate handler)
        where TAnswer : IResourceAnswer<TView>
        where TView : class => routes.MapWrite<TView>(pattern, handler, typeof(TAnswer), changesResource: false);

    /// <summary>Maps a POST that changes the record named in the URL: <c>If-Match</c> is demanded.</summary>
    public static RouteHandlerBuilder MapChange<TAnswer, TView>(this IEndpointRouteBuilder routes, string pattern, Delegate handler)
        where TAnswer : IResourceAnswer<TView>
        where TView : class => routes.MapWrite<TView>(pattern, handler, typeof(TAnswer), changesResource: true);

    /// <summary>Maps a GET.</summary>
    public static RouteHandlerBuilder MapRead<TView>(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapGet(pattern, handler).AddEndpointFilter(RequestParts.CheckAsync).Produces<TView>().ProducesProblems(400, 401, 403, 404);

    /// <summary>Maps a search: a POST that only reads, with names and marks in the body instead of the URL.</summary>
    public static RouteHandlerBuilder MapSearch<TView>(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPost(pattern, handler).AddEndpointFilter(RequestParts.CheckAsync).Produces<TView>()
            .ProducesProblems(400, 401, 403, 413, 415);

    /// <summary>Maps a POST that makes something of what it is given and writes nothing: no idempotency key.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="handler">The endpoint.</param>
    /// <param name="mediaTypes">What it answers with; where one is JSON, it is a <typeparamref name="TView"/>.</param>
    public static RouteHandlerBuilder MapMaking<TView>(
        this IEndpointRouteBuilder routes, string pattern, Delegate handler, params string[] mediaTypes) =>
        routes.MapPost(pattern, handler).AddEndpointFilter(RequestParts.CheckAsync)
            .Produces<TView>(StatusCodes.Status200OK, mediaTypes[0], mediaTypes[1..])
            .ProducesProblems(400, 401, 403, 413, 415, 422, 503);

    /// <summary>Names the operation for the API's description.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="operationId">camelCase, stable: clients are generated from it.</param>
    /// <param name="summary">One sentence for a person.</param>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string operationId, string summary) =>
        endpoint.WithName(operationId).WithSummary(summary);

    /// <summary>Says who may call it.</summary>
    public static RouteHandlerBuilder Requires(this RouteHandlerBuilder endpoint, AccessPolicy policy) =>
        endpoint.RequireAuthorization(policy.Name).WithMetadata(policy);

    /// <summary>Shows a request body in the API's description.</summary>
    public static RouteHandlerBuilder Example(this RouteHandlerBuilder endpoint, object body) =>
        endpoint.WithMetadata(new OperationExample(body));

    /// <summary>Lists the refusals of the use case, beyond those that every operation has.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params string[] problems) =>
        endpoint.WithMetadata(new OperationProblems(problems));

    /// <summary>Lists the refusals that do not come from the request but from what the server lacks at the moment (503).</summary>
    public static RouteHandlerBuilder MayBeUnavailable(this RouteHandlerBuilder endpoint, params string[] problems) =>
        endpoint.Refuses(problems).ProducesProblems(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Describes a member of the query that a bound part of the request reads.</summary>
    public static RouteHandlerBuilder Query(this RouteHandlerBuilder endpoint, string name, bool required, string description) =>
        endpoint.WithMetadata(new OperationQuery(name, required, description));

    /// <summary>Says that the body is a file, and of which kinds.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, IReadOnlyList<string> mediaTypes, string description) =>
        endpoint.WithMetadata(new OperationFile(mediaTypes, description));

    /// <summary>Says which problem documents it may answer with, beyond those of its kind.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<ProblemDetails>(status, ProblemDocuments.MediaType);
        return endpoint;
    }

    private static RouteHandlerBuilder MapWrite<TView>(
        this IEndpointRouteBuilder routes, string pattern, Delegate handler, Type answer, bool changesResource)
        where TView : class
    {
        var endpoint = routes.MapPost(pattern, handler)
            .AddEndpointFilter(new WriteFilter<TView>(answer, changesResource))
            .WithMetadata(new WriteOperation(changesResource))
            .Produces<TView>(changesResource ? StatusCodes.Status200OK : StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 409, 413, 415, 422);
        return changesResource ? endpoint.Produces<TView>(StatusCodes.Status201Created).ProducesProblems(404, 412, 428) : endpoint;
    }
}

/// <summary>An example request body.</summary>
internal sealed record OperationExample(object Body);

/// <summary>Names of the problems that an operation may answer with.</summary>
internal sealed record OperationProblems(IReadOnlyList<string> Names);

/// <summary>Marks an operation that takes an idempotency key, and <c>If-Match</c> where it changes a record.</summary>
internal sealed record WriteOperation(bool ChangesResource);

/// <summary>A member of the query that the framework cannot see, because a bound part of the request reads it.</summary>
internal sealed record OperationQuery(string Name, bool Required, string Description);

/// <summary>A body that is a file. ASP.NET Core's own metadata would refuse other kinds before the endpoint could name its refusal.</summary>
internal sealed record OperationFile(IReadOnlyList<string> MediaTypes, string Description);
