using FirearmsRegistry.Registry.Shared.Modules;
using FirearmsRegistry.Registry.Symbols.Reading;
using FirearmsRegistry.Registry.Symbols.Writing;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Engine;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Symbols;

/// <summary>Symbols: writing them, and reading them in pictures.</summary>
internal sealed class SymbolsModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton(new SymbolLimits())
        // What a picture may cost is measured on the machine's clock, whatever time it is for the register.
        .AddSingleton<ISymbolEngine>(provider => new ZXingSymbolEngine(provider.GetRequiredService<SymbolLimits>(), TimeProvider.System))
        .AddSingleton<ArmsInSymbols>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        WriteSymbolEndpoint.Map(routes);
        ReadSymbolsEndpoint.Map(routes);
    }
}
