using FirearmsRegistry.Registry.Parties.Authorising;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Parties.Registering;

/// <summary>Enter a person or an organisation into the register.</summary>
/// <param name="PartyId">The new party's id, chosen by the client or for it.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Category">In which role it has arms.</param>
/// <param name="PersonalData">Who it is, in clear.</param>
/// <param name="Authorisations">What authorities have allowed it so far.</param>
public sealed record RegisterParty(
    Guid PartyId, PartyKind Kind, PartyCategory Category, PersonalData PersonalData, IReadOnlyList<NewAuthorisation> Authorisations)
{
    /// <summary>Decides what registering means, given the same data sealed under the party's key.</summary>
    /// <param name="command">What is registered.</param>
    /// <param name="sealedData">Its personal data as ciphertext.</param>
    /// <param name="references">The references of its authorisations as ciphertext, in their order.</param>
    /// <param name="now">When the command is carried out.</param>
    public static Result<IReadOnlyList<object>> Decide(
        RegisterParty command, SealedPersonalData sealedData, IReadOnlyList<Ciphertext> references, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (PartyRules.Broken(command.Kind, command.PersonalData, now) is { } broken)
            return broken;
        var events = new List<object> { new PartyRegistered(new PartyEntry(command.Kind, command.Category, sealedData)) };
        foreach (var (authorisation, reference) in command.Authorisations.Zip(references))
        {
            if (NewAuthorisation.Decide(authorisation, reference).Refused(out var refusal, out var recorded))
                return refusal;
            if (events.OfType<AuthorisationRecorded>().Any(other => other.AuthorisationId == authorisation.AuthorisationId))
                return PartyErrors.AuthorisationExists;
            events.Add(recorded);
        }

        return Result.Of<IReadOnlyList<object>>(events);
    }
}

/// <summary>Carries out <see cref="RegisterParty"/>.</summary>
public sealed class RegisterPartyHandler(RegistryWriter writer, PersonKeys keys)
{
    /// <summary>Registers the party under a new key, or refuses.</summary>
    public async Task<Result<Written>> HandleAsync(RegisterParty command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (Prepare(command, context.Now).Refused(out var refusal, out var events))
            return refusal;
        return await writer.CreateAsync<Party>(command.PartyId, $"/api/v1/parties/{command.PartyId}", events, context, token);
    }

    /// <summary>
    /// For bulk loads: queues many parties in the writer's unit of work, without a round trip for each. The caller commits, in portions
    /// that fit one transaction.
    /// </summary>
    /// <returns>How many were queued, or the first refusal; then the unit of work must not be committed.</returns>
    public Result<int> Queue(IEnumerable<RegisterParty> commands, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var queued = 0;
        foreach (var command in commands)
        {
            if (Prepare(command, now).Refused(out var refusal, out var events))
                return refusal;
            writer.Session.Events.StartStream<Party>(command.PartyId, events);
            queued++;
        }

        return queued;
    }

    private Result<IReadOnlyList<object>> Prepare(RegisterParty command, DateTimeOffset now)
    {
        var key = keys.Create(writer.Session, command.PartyId, now);
        var references = command.Authorisations.Select(given => key.SealReference(given.AuthorisationId, given.Reference)).ToList();
        return RegisterParty.Decide(command, key.Seal(command.PersonalData), references, now);
    }
}
