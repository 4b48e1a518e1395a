using FirearmsRegistry.Registry;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn.Keys;
using FirearmsRegistry.Server.Demo;
using FirearmsRegistry.Server.Hosting;
using FirearmsRegistry.Server.OpenApi;
using FirearmsRegistry.Server.Problems;
using FirearmsRegistry.Server.Schema;
using FirearmsRegistry.Web;

if (!ServerCommand.TryParse(args, out var command, out var usage))
{
    await Console.Error.WriteLineAsync(usage);
    return ExitCodes.Usage;
}

try
{
    var builder = command.CreateBuilder();
    ProductionRules.Check(builder, command);
    await using var database = await RegistryDatabase.OpenAsync(builder, command);
    ListeningAddresses.Choose(builder, command);
    builder.AddServerDefaults();
    builder.AddTrustedProxies();
    builder.Services.AddRegistry(builder.Configuration);
    builder.Services.AddRegistryOpenApi(builder.Configuration);
    builder.Services.AddProblemResponses();
    builder.Services.AddDemo();
    builder.AddPages();

    await using var app = builder.Build();
    if (command.Kind is not CommandKind.Run)
        return await SchemaCommand.RunAsync(app, command, app.Lifetime.ApplicationStopping);
    if (!await database.PrepareSchemaAsync(app))
        return ExitCodes.SchemaOutdated;
    await AccessModule.CheckKeysAsync(app.Services, app.Lifetime.ApplicationStopping);

    app.UseForwardedHeaders();
    app.UseProblemResponses();
    app.UseServerDefaults();
    app.UseRegistryOpenApiPages();
    app.UseAccess();
    app.MapAccess();
    app.MapRegistry();
    app.MapRegistryOpenApi();
    app.UsePages();
    app.MapHealth();
    database.EndWith(app);
    await FirstSignIn.PrepareAsync(app, command);
    await app.StartAsync();
    if (command.Demo && !await DemoRun.RunAsync(app, app.Lifetime.ApplicationStopping))
        return ExitCodes.DemoDiffers;
    await app.WaitForShutdownAsync();
    return database.HasEnded ? ExitCodes.DatabaseEnded : ExitCodes.Done;
}
catch (Exception refused) when (refused is ServerStartException or KeyProtectionException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return ExitCodes.CannotStart;
}

/// <summary>Named so that tests can host the server.</summary>
public partial class Program;
