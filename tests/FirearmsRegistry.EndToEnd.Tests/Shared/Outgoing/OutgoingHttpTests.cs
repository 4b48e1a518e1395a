using FirearmsRegistry.Registry.Shared.Outgoing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Shared.Outgoing;

public sealed class OutgoingHttpTests(OtherServer server) : IClassFixture<OtherServer>
{
    private const int MostBytes = 50_000;

    [Fact]
    public async Task An_answer_is_given_with_its_status_and_body()
    {
        var answer = await SendAsync(server.Answers("/plain", async http => await http.Response.Body.WriteAsync("{}"u8.ToArray())));

        Assert.Equal((OutgoingOutcome.Answered, 200, true), (answer.Outcome, answer.Status, answer.IsSuccess));
        Assert.Equal("{}"u8.ToArray(), answer.Body.ToArray());
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_answer_and_is_not_followed(int status)
    {
        var answer = await SendAsync(server.Answers($"/moved-{status}", http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = new Uri(server.Address, $"/target-{status}").ToString();
            return Task.CompletedTask;
        }));

        Assert.Equal((OutgoingOutcome.Answered, status, false), (answer.Outcome, answer.Status, answer.IsSuccess));
        Assert.Empty(server.ReceivedAt($"/target-{status}"));
    }

    [Fact]
    public async Task An_answer_without_end_is_cut()
    {
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var address = server.Answers("/huge", async http =>
        {
            using var ended = http.RequestAborted.Register(cut.SetResult);
            var block = new byte[10_000];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(block, CancellationToken.None);
        });

        var answer = await SendAsync(address);

        Assert.Equal((OutgoingOutcome.AnswerTooLarge, 200, false), (answer.Outcome, answer.Status, answer.IsSuccess));
        Assert.Equal(MostBytes, answer.Body.Length);
        await cut.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_compressed_answer_is_not_unpacked()
    {
        var answer = await SendAsync(server.Answers("/bomb", async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(http.Response.Body, System.IO.Compression.CompressionLevel.Optimal);
            await packed.WriteAsync(new byte[10_000_000]);
        }));

        Assert.Equal(OutgoingOutcome.Answered, answer.Outcome);
        Assert.InRange(answer.Body.Length, 1, MostBytes);
    }

    [Fact]
    public async Task Whoever_never_answers_or_drips_is_given_up()
    {
        var silent = SendAsync(server.Answers("/silent", http => Task.Delay(Timeout.Infinite, http.RequestAborted)), answerSeconds: 0.3);
        var dripping = SendAsync(server.Answers("/dripping", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(new byte[1], http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(20, http.RequestAborted);
            }
        }), answerSeconds: 0.3);

        Assert.Equal(OutgoingOutcome.TimedOut, (await silent).Outcome);
        Assert.Equal(OutgoingOutcome.TimedOut, (await dripping).Outcome);
    }

    [Fact]
    public async Task A_line_that_breaks_is_no_answer()
    {
        var broken = await SendAsync(server.Answers("/broken", http =>
        {
            http.Abort();
            return Task.CompletedTask;
        }));
        var halfway = await SendAsync(server.Answers("/halfway", async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.Body.WriteAsync(new byte[10]);
            await http.Response.Body.FlushAsync();
            http.Abort();
        }));

        Assert.Equal((OutgoingOutcome.NoConnection, OutgoingOutcome.NoConnection), (broken.Outcome, halfway.Outcome));
    }

    [Fact]
    public async Task A_server_that_is_not_listed_gets_nothing()
    {
        var address = server.Answers("/unlisted", 200);

        var answer = await SendAsync(address, listed: "https://registry.example");

        Assert.Equal(OutgoingOutcome.NotAllowed, answer.Outcome);
        Assert.Empty(server.ReceivedAt("/unlisted"));
    }

    [Theory]
    [InlineData("https://169.254.169.254")]
    [InlineData("https://[fe80::1]")]
    [InlineData("https://[::ffff:169.254.169.254]")]
    [InlineData("https://0.0.0.0")]
    public async Task A_listed_server_at_an_address_that_is_never_connected_to_gets_nothing(string listed) =>
        Assert.Equal(OutgoingOutcome.AddressRefused, (await SendAsync(new Uri(listed), listed)).Outcome);

    [Theory]
    [InlineData("https://localhost:1")]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("https://[::1]:1")]
    public async Task This_machine_gets_nothing_unless_that_is_configured(string listed)
    {
        Assert.Equal(OutgoingOutcome.AddressRefused, (await SendAsync(new Uri(listed), listed, allowLoopback: false)).Outcome);
        Assert.Equal(OutgoingOutcome.NoConnection, (await SendAsync(new Uri(listed), listed)).Outcome);
    }

    [Fact]
    public async Task Plain_http_is_for_this_machine_alone() =>
        Assert.Equal(OutgoingOutcome.AddressRefused, (await SendAsync(new Uri("http://192.0.2.1/"), "http://192.0.2.1")).Outcome);

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_is_no_https_server()
    {
        var address = new UriBuilder(server.Answers("/tls", 200)) { Scheme = "https" }.Uri;

        Assert.Equal(OutgoingOutcome.NoConnection, (await SendAsync(address, address.GetLeftPart(UriPartial.Authority))).Outcome);
    }

    private async Task<OutgoingAnswer> SendAsync(Uri address, string? listed = null, bool allowLoopback = true, double answerSeconds = 10)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Registry:Outgoing:Servers:0"] = listed ?? server.Address.ToString(),
                ["Registry:Outgoing:AllowLoopback"] = allowLoopback ? "true" : "false",
                ["Registry:Outgoing:AnswerSeconds"] = answerSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Registry:Outgoing:MostAnswerBytes"] = MostBytes.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }).Build())
            .AddOutgoing();
        await using var provider = services.BuildServiceProvider();
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        return await provider.GetRequiredService<OutgoingHttp>().SendAsync(request, TestContext.Current.CancellationToken);
    }
}
