using FirearmsRegistry.Web.Searching.Scanning;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Downloading;
using FirearmsRegistry.Web.Shared.Drafting;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Shared.Hosting;
using FirearmsRegistry.Web.Shared.Reasons;
using FirearmsRegistry.Web.Shared.Wording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace FirearmsRegistry.Web;

/// <summary>The pages, for the host: it calls both and knows nothing else of them.</summary>
public static class PagesHosting
{
    /// <summary>Adds the pages and whatever they need. The registry's areas are added before.</summary>
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Also where the environment is not called Development, as in the demo; a published server finds them in wwwroot.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents(ConfigureCircuits);
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddScoped<Reader>();
        services.AddScoped<SignedIn>();
        services.AddScoped<UseCases>();
        services.AddScoped<QueryCase>();
        services.AddScoped<Browser>();
        services.AddScoped<PageConnection>();
        services.AddScoped<CircuitHandler>(scope => scope.GetRequiredService<PageConnection>());
        services.AddSingleton<EndpointCalls>();
        services.AddSingleton<RequiredMembers>();
        services.AddSingleton<IAuthorizationHandler, PageRequirementHandler>();
        services.Configure<AuthorizationOptions>(PagePolicies.AddTo);
        PagesModules.Add(services);
        return builder;
    }

    /// <summary>Adds the protection of forms and maps the pages. Sign-in and authorisation stand before it in the pipeline.</summary>
    public static WebApplication UsePages(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(PageHeaders.SetAsync);
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous().Add(PageEndpoint.Mark);
        LanguageEndpoint.Map(app);
        ReasonedFileEndpoint.Map(app);
        BrowserReaderFiles.Map(app);
        FileEndpoint.Map(app);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(PagePolicies.SignedIn)
            .Add(PageEndpoint.Mark);
        return app;
    }

    private static void ConfigureCircuits(CircuitOptions options)
    {
        // A train through a tunnel, a lunch: what was typed stays with the server for so long, and with the browser for longer.
        options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
        options.DisconnectedCircuitMaxRetained = 200;
        // A refused form renders each of its fields. Where rendering waited for the browser meanwhile, the focus, which does not wait, went elsewhere.
        options.MaxBufferedUnacknowledgedRenderBatches = 100;
    }
}
