using Marten;
using Weasel.Core;

namespace FirearmsRegistry.Registry.Shared.Storage;

/// <summary>What holds for every event and read model, whatever its area.</summary>
internal static class MartenSetUp
{
    /// <summary>The schema of events, read models and the registry's own tables.</summary>
    public const string Schema = "registry";

    public static void ConfigureStore(StoreOptions store, TimeProvider time)
    {
        store.DatabaseSchemaName = Schema;
        // Schema changes are explicit (`schema apply`); a server never changes a database by itself.
        store.AutoCreateSchemaObjects = JasperFx.AutoCreate.None;
        store.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, RegistryJson.Configure);
        store.Events.TimeProvider = new MicrosecondTime(time);
        store.Events.UseMandatoryStreamTypeDeclaration = true;
        store.Events.EnableUniqueIndexOnEventId = true;
        store.Events.UseArchivedStreamPartitioning = false;
        // Aggregates fetched for writing are folded afresh: a mutation must never reach a stored read model.
        store.Events.UseIdentityMapForAggregates = false;
        store.Events.MetadataConfig.EnableAll();
        store.Events.MetadataConfig.UserNameEnabled = true;
        // A commit is never repeated here: its decision was made under locks that ended with the transaction that PostgreSQL gave up.
        store.ConfigureWritePolly(_ => { });
        store.DisableNpgsqlLogging = true;
        store.Logger(new SilentMartenLogger());
        store.Projections.Errors.SkipApplyErrors = false;
        store.Projections.Errors.SkipSerializationErrors = false;
        store.Projections.Errors.SkipUnknownEvents = false;
        store.Projections.RebuildErrors.SkipApplyErrors = false;
        store.Projections.RebuildErrors.SkipSerializationErrors = false;
        store.Projections.RebuildErrors.SkipUnknownEvents = false;
    }
}
