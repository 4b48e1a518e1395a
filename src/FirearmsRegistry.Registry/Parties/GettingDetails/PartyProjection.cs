using System.Text.Json;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Parties.SearchingByName;
using FirearmsRegistry.Registry.Shared;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Parties.GettingDetails;

/// <summary>
/// Keeps <c>party</c>, <c>party_name_key</c> and <c>party_authorisation</c> in step with the events, in their transaction, with the
/// personal data opened. A party whose key was destroyed is kept without them: so does a rebuild show it.
/// </summary>
public sealed class PartyProjection(PersonKeys keys) : IProjection
{
    /// <summary>The name to rebuild it by; names ignore case, and <c>party</c> is taken by the aggregate.</summary>
    public const string Name = "party_details";

    private const string Insert =
        "insert into registry.party (party_id, version, kind, category, details, recorded_at) values (?, ?, ?, ?, nullif(?, '')::jsonb, ?)";

    private const string Correct =
        "update registry.party set version = ?, kind = ?, category = ?, details = nullif(?, '')::jsonb where party_id = ?";

    private const string Erase = "update registry.party set version = ?, details = null, erased_at = ? where party_id = ?";

    private const string InsertAuthorisation =
        """
        insert into registry.party_authorisation (party_id, authorisation_id, kind, reference, valid_from, valid_to)
        values (?, ?, ?, nullif(?, ''), ?, nullif(?, 'infinity'::date))
        """;

    /// <summary>A rebuild starts from empty tables; <c>person_key</c> is none of them.</summary>
    public static void Options(AsyncOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.DeleteDataInTableOnTeardown("registry.party");
        options.DeleteDataInTableOnTeardown("registry.party_name_key");
        options.DeleteDataInTableOnTeardown("registry.party_authorisation");
    }

    /// <summary>Projects the events in their order.</summary>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(events);
        var needed = events.Where(NeedsKey).Select(happened => happened.StreamId).ToHashSet();
        var opened = await keys.FindAsync(operations, needed, cancellation);
        foreach (var happened in events)
            Project(operations, happened, opened.GetValueOrDefault(happened.StreamId));
    }

    private static bool NeedsKey(IEvent happened) => happened.Data is PartyRegistered or PartyCorrected or AuthorisationRecorded;

    private static void Project(IDocumentOperations operations, IEvent happened, PersonKey? key)
    {
        var id = happened.StreamId;
        switch (happened.Data)
        {
            case PartyRegistered registered:
                operations.QueueSqlCommand(Insert, id, happened.Version, Codes.Of(registered.Entry.Kind),
                    Codes.Of(registered.Entry.Category), Details(registered.Entry, key), happened.Timestamp.ToUniversalTime());
                KeepNames(operations, id, registered.Entry, key);
                break;
            case PartyCorrected corrected:
                operations.QueueSqlCommand(Correct, happened.Version, Codes.Of(corrected.After.Kind), Codes.Of(corrected.After.Category),
                    Details(corrected.After, key), id);
                ForgetNames(operations, id);
                KeepNames(operations, id, corrected.After, key);
                break;
            case PersonalDataErased:
                operations.QueueSqlCommand(Erase, happened.Version, happened.Timestamp.ToUniversalTime(), id);
                ForgetNames(operations, id);
                operations.QueueSqlCommand("update registry.party_authorisation set reference = null where party_id = ?", id);
                break;
            case AuthorisationRecorded recorded:
                KeepVersion(operations, happened);
                operations.QueueSqlCommand(InsertAuthorisation, id, recorded.AuthorisationId, Codes.Of(recorded.Kind),
                    key?.OpenReference(recorded.AuthorisationId, recorded.Reference).ToString() ?? "", recorded.ValidFrom,
                    recorded.ValidTo ?? DateOnly.MaxValue);
                break;
            case AuthorisationRevoked revoked:
                KeepVersion(operations, happened);
                operations.QueueSqlCommand(
                    "update registry.party_authorisation set revoked_on = ? where party_id = ? and authorisation_id = ?",
                    revoked.RevokedOn, id, revoked.AuthorisationId);
                break;
            default:
                break;
        }
    }

    private static string Details(PartyEntry entry, PersonKey? key) =>
        key is null ? "" : JsonSerializer.Serialize(key.Open(entry.PersonalData), RegistryJson.Options);

    private static void KeepVersion(IDocumentOperations operations, IEvent happened) =>
        operations.QueueSqlCommand("update registry.party set version = ? where party_id = ?", happened.Version, happened.StreamId);

    private static void KeepNames(IDocumentOperations operations, Guid id, PartyEntry entry, PersonKey? key)
    {
        if (key is null)
            return;
        operations.QueueSqlCommand("insert into registry.party_name_key (party_id, word) select ?, unnest(?)",
            id, NameKeys.Of(key.Open(entry.PersonalData)).ToArray());
    }

    private static void ForgetNames(IDocumentOperations operations, Guid id) =>
        operations.QueueSqlCommand("delete from registry.party_name_key where party_id = ?", id);
}
