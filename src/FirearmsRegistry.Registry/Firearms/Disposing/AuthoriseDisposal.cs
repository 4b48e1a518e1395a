using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Disposing;

/// <summary>Record an authority's decision on what becomes of a firearm (Firearms Protocol Art. 6).</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="DisposalId">The disposal's id within the firearm.</param>
/// <param name="Method">What shall be done.</param>
/// <param name="Authorisation">The decision's reference.</param>
/// <param name="AuthorisedOn">When it was decided.</param>
public sealed record AuthoriseDisposal(
    Guid FirearmId, Guid DisposalId, DisposalMethod Method, ShortText Authorisation, PartialDate AuthorisedOn)
{
    /// <summary>Decides.</summary>
    public static Result<DisposalAuthorised> Decide(Firearm firearm, AuthoriseDisposal command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        var refusal = DisposalRules.AtHand(firearm)
            ?? (firearm.PartIds.Contains(command.DisposalId) ? FirearmErrors.PartIdTaken(command.DisposalId) : null)
            ?? (firearm.AuthorisedDisposal is { } open ? FirearmErrors.AwaitsDisposal(open.Method) : null)
            ?? FirearmRules.Impossible(firearm, now, "/authorisedOn", command.AuthorisedOn);
        return refusal is not null
            ? refusal
            : new DisposalAuthorised(command.DisposalId, command.Method, command.Authorisation, command.AuthorisedOn);
    }
}

/// <summary>Carries out <see cref="AuthoriseDisposal"/>.</summary>
public sealed class AuthoriseDisposalHandler(RegistryWriter writer)
{
    /// <summary>Records the decision.</summary>
    public Task<Result<Written>> HandleAsync(AuthoriseDisposal command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.ActAsync(command.FirearmId, $"disposals/{command.DisposalId}", true,
            firearm => AuthoriseDisposal.Decide(firearm, command, context.Now), context, token);
    }
}
