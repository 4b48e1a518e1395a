using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;
using FirearmsRegistry.Registry.Exchange.Partners.Listing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Partners.Registering;

/// <summary>Record the national point of contact of another State.</summary>
/// <param name="PartnerId">The new partner's id.</param>
/// <param name="Country">The State.</param>
/// <param name="Authority">The name of the authority.</param>
/// <param name="Languages">The languages in which it can be written to, the preferred one first.</param>
public sealed record RegisterPartner(Guid PartnerId, CountryCode Country, ShortText Authority, IReadOnlyList<LanguageCode> Languages)
{
    /// <summary>Decides whether it can be recorded.</summary>
    /// <param name="command">The command.</param>
    /// <param name="own">The country whose registry this is.</param>
    /// <param name="active">The active partner of that State.</param>
    public static Result<PartnerRegistered> Decide(RegisterPartner command, CountryCode own, Guid? active)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Country == own)
            return Refusal.Input(new InputError("/country", command.Country.Alpha3, "Must be another State's code."));
        if (PartnerRules.Languages(command.Languages) is { } refusal)
            return refusal;
        if (active is { } other)
            return PartnerErrors.CountryTaken(other);
        return new PartnerRegistered(command.Country, command.Authority, command.Languages);
    }
}

/// <summary>Carries out <see cref="RegisterPartner"/>.</summary>
public sealed class RegisterPartnerHandler(RegistryWriter writer, NpgsqlDataSource database, RegistryCountry country)
{
    private const string FindActive = "select partner_id from registry.partner where country = $1 and active";

    /// <summary>Records the partner; of two for one State at once only one is recorded.</summary>
    public async Task<Result<Written>> HandleAsync(RegisterPartner command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (RegisterPartner.Decide(command, country.Code, await ActiveAsync(command.Country, token)).Refused(out var refusal, out var registered))
            return refusal;
        try
        {
            return await writer.CreateAsync<Partner>(command.PartnerId, PartnerChange.Location(command.PartnerId), [registered], context, token);
        }
        catch (Exception fault) when (UniqueViolations.Constraint(fault) == PartnersProjection.OneActivePerCountry)
        {
            return await ActiveAsync(command.Country, token) is { } other ? PartnerErrors.CountryTaken(other) : WritingErrors.TryAgain;
        }
    }

    private async Task<Guid?> ActiveAsync(CountryCode state, CancellationToken token)
    {
        await using var find = database.CreateCommand(FindActive);
        find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = state.Alpha3 });
        return (Guid?)await find.ExecuteScalarAsync(token);
    }
}

/// <summary><c>POST /partners</c>.</summary>
internal static class RegisterPartnerEndpoint
{
    /// <summary>The body.</summary>
    public sealed record PartnerBody(CountryCode Country, ShortText Authority, IReadOnlyList<LanguageCode> Languages, Guid? Id = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<PartnerAnswer, Partner>("/partners", HandleAsync)
        .Named("registerPartner", "Record the national point of contact of another State")
        .Requires(AccessPolicy.ManagePartners)
        .Example(PartnerExamples.Register)
        .Refuses(PartnerErrors.CountryTakenName, "id-taken");

    private static Task<Result<Written>> HandleAsync(Body<PartnerBody> body, WriteCall call, RegisterPartnerHandler handler, CancellationToken token)
    {
        var partner = body.Value;
        return handler.HandleAsync(
            new RegisterPartner(partner.Id ?? Guid.CreateVersion7(call.Context.Now), partner.Country, partner.Authority, partner.Languages),
            call.Context, token);
    }
}
