using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access.SignIn.Keys;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>The key ring under a certificate that is not in the database.</summary>
public sealed class KeyProtectionTests(TestDatabases databases) : IDisposable
{
    private const string Password = "a password of the test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keys-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task With_a_certificate_a_new_ring_holds_no_key_in_clear()
    {
        var database = await databases.CreateAsync("keys");
        await ExecuteAsync(database, "delete from identity.issuer_keys; delete from identity.data_protection_keys");

        await using var host = await StartAsync(database, With(Certificate("one")));

        var ring = Assert.Single(await RingAsync(database));
        AssertSealed(ring);
        Assert.Equal(HttpStatusCode.OK, await WhoAsync(host, await TokenAsync(host)));
    }

    [Fact]
    public async Task Keys_from_before_the_certificate_are_put_under_it_and_what_they_wrapped_stays_readable()
    {
        var database = await databases.CreateAsync("keys");
        string token;
        await using (var before = await StartAsync(database))
        {
            token = await TokenAsync(before);
            Assert.Contains("<value>", Assert.Single(await RingAsync(database)), StringComparison.Ordinal);
        }

        await using var host = await StartAsync(database, With(Certificate("one")));

        AssertSealed(Assert.Single(await RingAsync(database)));
        Assert.Equal(HttpStatusCode.OK, await WhoAsync(host, token));
    }

    [Fact]
    public async Task A_new_certificate_takes_over_beside_the_older_one()
    {
        var database = await databases.CreateAsync("keys");
        var (one, two) = (Certificate("one"), Certificate("two"));
        string token;
        await using (var before = await StartAsync(database, With(one)))
            token = await TokenAsync(before);

        await using var host = await StartAsync(database,
            [.. With(two), ("Registry:KeyProtection:Older:0:Certificate", one), ("Registry:KeyProtection:Older:0:CertificatePassword", Password)]);

        Assert.Equal(HttpStatusCode.OK, await WhoAsync(host, token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_ring_under_another_certificate_is_refused_and_left_as_it_is(bool withAnother)
    {
        var database = await databases.CreateAsync("keys");
        await using (await StartAsync(database, With(Certificate("one"))))
        {
        }

        var kept = await RingAsync(database);

        var refused = await Assert.ThrowsAsync<KeyProtectionException>(
            () => StartAsync(database, withAnother ? With(Certificate("two")) : []));

        Assert.Contains("under another certificate", refused.Message, StringComparison.Ordinal);
        Assert.Equal(kept, await RingAsync(database));
    }

    [Fact]
    public async Task The_server_says_so_and_does_not_start_with_the_wrong_certificate()
    {
        var database = await databases.CreateAsync("keys");
        await using (await StartAsync(database, With(Certificate("one"))))
        {
        }

        var (code, said) = await ServerAsync("Development", database, With(Certificate("two")));

        Assert.Equal(1, code);
        Assert.Contains("under another certificate", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_the_server_does_not_start_without_a_certificate()
    {
        var (code, said) = await ServerAsync("Production", "Host=not.there.invalid");

        Assert.Equal(1, code);
        Assert.Contains("Registry:KeyProtection:Certificate", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_with_a_wrong_password_is_named_and_its_password_is_not()
    {
        var (code, said) = await ServerAsync("Production", "Host=not.there.invalid",
            ("Registry:KeyProtection:Certificate", Certificate("one")), ("Registry:KeyProtection:CertificatePassword", "mistyped"));

        Assert.Equal(1, code);
        Assert.Contains("one.p12 cannot be read", said, StringComparison.Ordinal);
        Assert.DoesNotContain("mistyped", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_may_stand_in_a_file()
    {
        var file = Path.Combine(_folder.FullName, "password");
        await File.WriteAllTextAsync(file, Password + "\n", Cancellation);
        var database = await databases.CreateAsync("keys");

        await using var host = await StartAsync(database,
            ("Registry:KeyProtection:Certificate", Certificate("one")), ("Registry:KeyProtection:CertificatePasswordFile", file));

        AssertSealed(Assert.Single(await RingAsync(database)));
    }

    private static void AssertSealed(string ring)
    {
        Assert.Contains("EncryptedData", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", ring, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<value>", ring, StringComparison.Ordinal);
    }

    private static (string, string)[] With(string certificate) =>
        [("Registry:KeyProtection:Certificate", certificate), ("Registry:KeyProtection:CertificatePassword", Password)];

    private static Task<SignInHost> StartAsync(string database, params (string, string)[] settings) =>
        SignInHost.StartAsync(database, TimeProvider.System, Cancellation, settings);

    private static Task<string> TokenAsync(SignInHost host) => host.TokenAsync("registrar", TimeSpan.FromHours(1), Cancellation);

    private static async Task<HttpStatusCode> WhoAsync(SignInHost host, string token) =>
        (await host.Client(token).GetAsync("/who", Cancellation)).StatusCode;

    private static async Task<List<string>> RingAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select xml from identity.data_protection_keys order by id");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<(int Code, string Said)> ServerAsync(string environment, string database, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FirearmsRegistry.Server.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["ConnectionStrings__Registry"] = database },
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEndAsync(Cancellation);
        var said = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, said + await printed);
    }

    private string Certificate(string name)
    {
        var path = Path.Combine(_folder.FullName, name + ".p12");
        if (File.Exists(path))
            return path;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        return path;
    }
}
