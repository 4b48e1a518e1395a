using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Firearms;

/// <summary>A clerk reads who recorded a line, not which id his account has.</summary>
public sealed class HistoryNamesTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task A_line_names_the_person_and_keeps_the_subject_beside_the_name()
    {
        var client = host.ClientAs(Role.Registrar);
        var firearm = await client.RegisteredAsync("NAMES-1");

        var whole = (await client.GetAsync($"{firearm.Location}/history")).Expect(200).Body!["items"]!.AsArray();
        var mark = (await client.GetAsync($"{firearm.Location}/marks/{firearm.Body!["marks"]![0]!["markId"]}")).Expect(200).Body!["items"]!.AsArray();

        Assert.All(whole.Concat(mark), line => Assert.Equal("demo-registrar", line!["recordedByName"]!.GetValue<string>()));
        Assert.All(whole, line => Assert.True(Guid.TryParse(line!["recordedBy"]!.GetValue<string>(), out _)));
    }

    [Fact]
    public async Task A_page_by_several_people_names_each_and_tells_strangers_by_their_subject()
    {
        var firearm = await host.ClientAs(Role.Registrar).RegisteredAsync("NAMES-2");
        var nobody = Guid.CreateVersion7().ToString();
        await RecordAsync(firearm.Id, "pkcs11:officer 17");
        await RecordAsync(firearm.Id, nobody);
        await RecordAsync(firearm.Id, null);

        var lines = (await host.ClientAs(Role.Registrar).GetAsync($"{firearm.Location}/history")).Expect(200).Body!["items"]!.AsArray();

        Assert.Equal(["demo-registrar", "demo-registrar", "pkcs11:officer 17", nobody, null],
            lines.Select(line => line!["recordedByName"]?.GetValue<string>()));
    }

    private async Task RecordAsync(Guid firearm, string? subject)
    {
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.LastModifiedBy = subject;
        session.Events.Append(firearm, new NationalNumberNeeded([Guid.CreateVersion7()], Note.Parse("Seen beside it.").GetOrThrow()));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
