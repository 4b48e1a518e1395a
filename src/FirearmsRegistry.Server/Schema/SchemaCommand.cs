using FirearmsRegistry.Registry.Shared.Storage;
using FirearmsRegistry.Server.Hosting;

namespace FirearmsRegistry.Server.Schema;

/// <summary><c>schema apply</c> and <c>schema diff</c>: the only ways in which a configured database's schema changes.</summary>
internal static class SchemaCommand
{
    public static async Task<int> RunAsync(WebApplication app, ServerCommand command, CancellationToken token)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var schema = scope.ServiceProvider.GetRequiredService<RegistrySchema>();
        var difference = await schema.DiffAsync(token);
        if (command.Kind is CommandKind.SchemaDiff)
        {
            await Console.Out.WriteLineAsync(difference.Length == 0 ? "-- The schema is up to date." : difference);
            return ExitCodes.Done;
        }

        await schema.ApplyAsync(token);
        await Console.Out.WriteLineAsync(difference.Length == 0 ? "The schema was up to date." : "The schema is up to date now.");
        return ExitCodes.Done;
    }
}
