using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Answering;

/// <summary><c>POST /trace-requests/{id}/answers</c>.</summary>
internal static class RecordForeignAnswerEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ForeignAnswerBody(
        CountryCode Country,
        ForeignAnswerKind Answer,
        ShortText Source,
        ShortText Reference,
        PartialDate AnsweredOn,
        WithholdingReason? Reason = null,
        Note? Explanation = null,
        CountryCode? NextCountry = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/answers", HandleAsync)
        .Named("recordForeignAnswer", "Record what another State answered, with its source")
        .Requires(AccessPolicy.AnswerTraces)
        .Example(TraceRequestExamples.Answer)
        .Refuses(TraceRequestErrors.NotSearched.Name, TraceRequestErrors.Withdrawn.Name, "refusal-unexplained");

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ForeignAnswerBody> body, WriteCall call, RecordForeignAnswerHandler handler, CancellationToken token)
    {
        var answer = body.Value;
        return handler.HandleAsync(
            new RecordForeignAnswer(id, Guid.CreateVersion7(call.Context.Now), answer.Country, answer.Answer, answer.Reason, answer.Explanation,
                answer.Source, answer.Reference, answer.AnsweredOn, answer.NextCountry),
            call.Context,
            token);
    }
}

/// <summary>Carries out <see cref="RecordForeignAnswer"/>.</summary>
public sealed class RecordForeignAnswerHandler
{
    private readonly RegistryWriter _writer;
    private readonly RegistryCountry _country;
    private readonly TraceSettings _settings;

    internal RecordForeignAnswerHandler(RegistryWriter writer, RegistryCountry country, TraceSettings settings) =>
        (_writer, _country, _settings) = (writer, country, settings);

    /// <summary>Records the answer and decides the outcome anew.</summary>
    public Task<Result<Written>> HandleAsync(RecordForeignAnswer command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var waiting = _settings.Waiting(_country, context.Now);
        return ChangeTraceRequest.RunAsync(_writer, command.TraceRequestId, $"/api/v1/trace-requests/{command.TraceRequestId}", created: false,
            (request, item) => RecordForeignAnswer.Decide(command, request, item, waiting), context, token);
    }
}
