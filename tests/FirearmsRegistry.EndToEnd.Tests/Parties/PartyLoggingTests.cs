using System.Collections.Concurrent;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FirearmsRegistry.EndToEnd.Tests.Parties;

public sealed class PartyLoggingTests(PartyLoggingTests.ListeningHost host) : IClassFixture<PartyLoggingTests.ListeningHost>
{
    [Fact]
    public async Task Names_reach_no_log_at_any_level_even_when_writes_race_or_are_refused()
    {
        var client = host.ClientAs(Role.Registrar);
        var party = (await client.PostAsync("/api/v1/parties", PartyRequests.Registration("Verschwiegen Eins"))).Expect(201);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            client.PostAsync($"{party.Location}/corrections", PartyRequests.Correction($"Verschwiegen Zwei{number}"), party.Version)));
        var taken = PartyRequests.Registration("Verschwiegen Drei");
        taken["id"] = party.Id.ToString();
        (await client.PostAsync("/api/v1/parties", taken)).Expect(409);
        taken["name"] = " Verschwiegen ";
        (await client.PostAsync("/api/v1/parties", taken)).Expect(400);
        (await client.SearchAsync("/api/v1/party-searches", new { Name = "verschwiegen" })).Expect(200);

        Assert.Contains(host.Lines, line => line.Contains("/api/v1/party-searches", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Lines, line => line.Contains("verschwiegen", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A host that keeps every line of its log.</summary>
    public sealed class ListeningHost(TestDatabases databases) : RegistryHost(databases)
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        protected override void Configure(IWebHostBuilder web)
        {
            web.UseSetting("Logging:LogLevel:Default", "Trace");
            web.ConfigureServices(services => services.AddLogging(logging => logging
                .ClearProviders().AddProvider(new Listener(Lines)).AddFilter<Listener>(_ => true)));
        }
    }

    private sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
