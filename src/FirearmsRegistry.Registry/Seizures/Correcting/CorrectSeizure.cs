using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Seizures.Correcting;

/// <summary>Correct the circumstances of a seizure, and with them what all its items have taken over.</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="Circumstances">As they should have been.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectSeizure(Guid SeizureId, SeizureCircumstances Circumstances, Note Reason)
{
    /// <summary>Decides what the correction means for the seizure.</summary>
    public static Result<IReadOnlyList<object>> Decide(Seizure seizure, CorrectSeizure command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(seizure);
        ArgumentNullException.ThrowIfNull(command);
        if (SeizureRules.Broken(command.Circumstances, now) is { } refusal)
            return refusal;
        return SameContent.Of(seizure.Circumstances, command.Circumstances)
            ? SeizureErrors.NothingToChange
            : Result.Of<IReadOnlyList<object>>([new SeizureCorrected(seizure.Circumstances, command.Circumstances, command.Reason)]);
    }

    /// <summary>Decides what it means for an item: a legal basis of its own stays. Null where nothing becomes other.</summary>
    public static SeizedItemCircumstancesChanged? DecideForItem(SeizedItem item, CorrectSeizure command)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(command);
        var after = ItemCircumstances.Of(command.Circumstances);
        if (item.HasOwnLegalBasis)
        {
            after = after with
            {
                LegalBasis = item.Circumstances.LegalBasis,
                LegalJustification = item.Circumstances.LegalJustification,
            };
        }

        return SameContent.Of(item.Circumstances, after) ? null : new SeizedItemCircumstancesChanged(item.Circumstances, after, command.Reason);
    }
}

/// <summary>Carries out <see cref="CorrectSeizure"/>.</summary>
public sealed class CorrectSeizureHandler(RegistryWriter writer)
{
    /// <summary>Corrects the seizure and all its items in one transaction.</summary>
    public async Task<Result<Written>> HandleAsync(CorrectSeizure command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        await SeizureLock.HaveAloneAsync(writer.Session, command.SeizureId, token);
        if ((await writer.FetchAsync<Seizure>("seizure", command.SeizureId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        if (CorrectSeizure.Decide(stream.Aggregate!, command, context.Now).Refused(out refusal, out var events))
            return refusal;
        stream.AppendMany(events);
        foreach (var itemId in await ItemsAsync(writer.Session, command.SeizureId, token))
        {
            var item = await writer.Session.Events.FetchForWriting<SeizedItem>(itemId, token);
            if (CorrectSeizure.DecideForItem(item.Aggregate!, command) is { } changed)
                item.AppendOne(changed);
        }

        var written = new Written(false, SeizurePaths.Of(command.SeizureId), command.SeizureId, (stream.StartingVersion ?? 0) + events.Count);
        return await writer.CommitAsync(written, context, token);
    }

    private static async Task<IReadOnlyList<Guid>> ItemsAsync(IDocumentSession session, Guid seizureId, CancellationToken token)
    {
        await using var ask = new NpgsqlCommand(
            "select item_id from registry.item_fact where seizure_id = $1 and known_to = 'infinity' order by item_id", session.Connection);
        ask.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = seizureId });
        await using var reader = await ask.ExecuteReaderAsync(token);
        var items = new List<Guid>();
        while (await reader.ReadAsync(token))
            items.Add(reader.GetGuid(0));
        return items;
    }
}
