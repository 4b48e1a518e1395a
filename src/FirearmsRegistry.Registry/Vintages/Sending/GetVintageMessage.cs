using System.Reflection;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Sdmx.Metadata;
using FirearmsRegistry.Indicators.Sdmx.Writing;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Vintages.Freezing;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Vintages.Sending;

/// <summary><c>GET /vintages/{id}/sdmx</c>, <c>GET /vintages/{id}/reference-metadata</c>, and both together: <c>GET /vintages/{id}/shipment</c>.</summary>
internal static class GetVintageMessage
{
    private const string Csv = "text/csv";

    private const string Xml = "application/xml";

    private const string Json = "application/json";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<string>("/vintages/{id:guid}/sdmx", HandleAsync)
            .Produces<string>(StatusCodes.Status200OK, Csv, Xml, Json)
            .Named("getVintageMessage", "A vintage as an SDMX message for a statistics office, checked against the data structure")
            .Query("format", required: false, $"One of {string.Join(", ", Codes.All<SdmxFormat>())}; csv2 unless given.")
            .AsksKind()
            .Requires(AccessPolicy.ReadVintages)
            .Refuses(VintageErrors.MessageWrongName);
        routes.MapRead<string>("/vintages/{id:guid}/shipment", ShipAsync)
            .Produces<string>(StatusCodes.Status200OK, VintageShipment.MediaType)
            .Named("shipVintage", "The messages of a vintage in every format, the State's reference metadata and the report of the checks, in one file")
            .AsksKind()
            .Requires(AccessPolicy.ReadVintages)
            .Refuses(VintageErrors.MessageWrongName, VintageErrors.MetadataWrongName);
        routes.MapRead<ReferenceMetadata>("/vintages/{id:guid}/reference-metadata", MetadataAsync)
            .Named("getVintageMetadata", "What the State says of its figures, as frozen when they were published; of a draft, as it is configured now")
            .Requires(AccessPolicy.ReadVintages)
            .Refuses(VintageErrors.MetadataMissingName, VintageErrors.MetadataWrongName);
    }

    private static async Task<IResult> HandleAsync(
        Guid id, MessageQuery query, IQuerySession session, VintageContents contents, VintageMessages messages, HttpContext http,
        CancellationToken token)
    {
        if (await session.LoadAsync<Vintage>(id, token) is not { } vintage)
            return ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, id), http);
        var says = await contents.ReadAsync(vintage, token);
        if (messages.CannotSay(says, query.Kind) is { } refusal)
            return ProblemDocuments.From(refusal, http);
        var message = messages.Write(says, query.Kind, vintage.PublishedAt ?? vintage.DraftedAt);
        return Results.Bytes(message, query.Kind.Format switch
        {
            SdmxFormat.Csv1 or SdmxFormat.Csv2 => Csv,
            SdmxFormat.Ml21 => Xml,
            SdmxFormat.Json20 => Json,
        });
    }

    private static async Task<IResult> ShipAsync(
        Guid id, MessageQuery query, IQuerySession session, VintageContents contents, VintageShipment shipment, HttpContext http,
        CancellationToken token)
    {
        if (await session.LoadAsync<Vintage>(id, token) is not { } vintage)
            return ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, id), http);
        return (await shipment.PackAsync(vintage, await contents.ReadAsync(vintage, token), query.Kind, token)).Refused(out var refusal, out var packed)
            ? ProblemDocuments.From(refusal, http)
            : Results.Bytes(packed, VintageShipment.MediaType, $"{vintage.Label}.zip");
    }

    private static async Task<IResult> MetadataAsync(
        Guid id, IQuerySession session, VintageContents contents, VintageShipment shipment, HttpContext http, CancellationToken token)
    {
        if (await session.LoadAsync<Vintage>(id, token) is not { } vintage)
            return ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, id), http);
        return (await shipment.MetadataAsync(vintage, await contents.ReadAsync(vintage, token), token)).Refused(out var refusal, out var metadata)
            ? ProblemDocuments.From(refusal, http)
            : metadata is null ? ProblemDocuments.From(VintageErrors.MetadataMissing, http) : Resources.Of(metadata);
    }

    private static RouteHandlerBuilder AsksKind(this RouteHandlerBuilder endpoint) => endpoint
        .AsksIntake().AsksVariant()
        .Query("twoYear", required: false, $"One of {string.Join(", ", Codes.All<TwoYear>())}; none unless given. mean stands under the first of two years, pooled under the last.")
        .Query("audience", required: false, "public, unless given: a figure that would tell a small count has no value and OBS_STATUS Q; full: everything.");

    /// <summary>Which message is wanted.</summary>
    internal sealed record MessageQuery(MessageKind Kind, Refusal? Refusal = null) : IRequestPart
    {
        public static ValueTask<MessageQuery?> BindAsync(HttpContext http, ParameterInfo parameter)
        {
            ArgumentNullException.ThrowIfNull(http);
            Refusal? refusal = null;
            var kind = new MessageKind(Asked("format", SdmxFormat.Csv2), Asked("intake", FigureIntake.Seized),
                Asked("variant", IndicatorVariant.PotentiallyTraceable), Asked("twoYear", TwoYear.None), Asked("audience", FigureAudience.Public));
            return new ValueTask<MessageQuery?>(new MessageQuery(kind, refusal));

            T Asked<T>(string name, T otherwise)
                where T : struct, Enum
            {
                if (!http.Request.Query.TryGetValue(name, out var seen) || Codes.TryParse(seen, out otherwise))
                    return otherwise;
                var text = seen.ToString();
                refusal ??= RequestErrors.Query(name, text.Length > 100 ? text[..100] : text, $"Must be one of {string.Join(", ", Codes.All<T>())}.");
                return otherwise;
            }
        }
    }
}
