using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Registry.Notices;
using FirearmsRegistry.Registry.Notices.Webhooks;
using FirearmsRegistry.Registry.Notices.Webhooks.Delivering;
using FirearmsRegistry.Registry.Notices.Webhooks.Enabling;
using FirearmsRegistry.Registry.Notices.Webhooks.Ending;
using FirearmsRegistry.Registry.Notices.Webhooks.Registering;
using FirearmsRegistry.Registry.Tests.Firearms;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Notices;

public sealed class WebhookTests
{
    private static readonly WebhookAddress Address = WebhookAddress.Parse("https://cases.example/notices").GetOrThrow();

    [Fact]
    public void Delays_grow_and_the_last_attempt_disables()
    {
        var decided = Enumerable.Range(1, DeliveryRules.MostAttempts).Select(attempt => DeliveryRules.Decide(attempt, Arms.Now)).ToList();
        var delays = decided[..^1].Select(after => after.DueAt - Arms.Now).ToList();

        Assert.Equal(delays.Order(), delays);
        Assert.Equal(delays.Count, delays.Distinct().Count());
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)), (delays[0], delays[^1]));
        Assert.All(decided[..^1], after => Assert.False(after.Disable));
        Assert.True(decided[^1].Disable);
    }

    [Fact]
    public void A_signature_is_over_time_and_body_and_differs_with_either()
    {
        var secret = "a-secret"u8;
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{Arms.Now.ToUnixTimeSeconds()}.{{}}")));

        var signature = WebhookSignature.Of(secret, "{}"u8, Arms.Now);

        Assert.Equal($"t={Arms.Now.ToUnixTimeSeconds()},v1={expected}", signature);
        Assert.NotEqual(signature.Split(',')[1], WebhookSignature.Of(secret, "{}"u8, Arms.Now.AddSeconds(1)).Split(',')[1]);
        Assert.NotEqual(signature, WebhookSignature.Of(secret, "{ }"u8, Arms.Now));
        Assert.NotEqual(signature, WebhookSignature.Of("another"u8, "{}"u8, Arms.Now));
    }

    [Theory]
    [InlineData("https://cases.example")]
    [InlineData("https://cases.example:8443/a/b?c=d")]
    [InlineData("http://127.0.0.1:9000/")]
    [InlineData("https://[fd00::9]/")]
    public void An_address_is_kept_as_it_was_given(string text) => Assert.Equal(text, WebhookAddress.Parse(text).GetOrThrow().ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cases.example")]
    [InlineData("/notices")]
    [InlineData("ftp://cases.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user@cases.example/")]
    [InlineData("https://cases.example/#part")]
    [InlineData("https://cases.example/a b")]
    [InlineData("https://cäses.example/")]
    public void What_is_no_address_is_refused(string? text) => Assert.False(WebhookAddress.Parse(text).TryGet(out _, out _));

    [Fact]
    public void An_address_of_more_than_500_characters_is_refused() =>
        Assert.False(WebhookAddress.Parse("https://cases.example/" + new string('a', 500)).TryGet(out _, out _));

    [Fact]
    public void A_webhook_is_registered_for_some_kinds_at_an_allowed_address()
    {
        var command = new RegisterWebhook(Guid.CreateVersion7(Arms.Now), Arms.Text("Cases"), Address,
            [NoticeKind.TraceAnswered, NoticeKind.MissingArmFound, NoticeKind.TraceAnswered]);

        Assert.Equal([NoticeKind.MissingArmFound, NoticeKind.TraceAnswered], RegisterWebhook.Decide(command, true).Value.Kinds);
        Assert.Equal("address-not-allowed", RegisterWebhook.Decide(command, false).Refusal!.Name);
        Assert.Equal("/kinds", Assert.Single(RegisterWebhook.Decide(command with { Kinds = [] }, true).Refusal!.Errors).Pointer);
    }

    [Fact]
    public void Only_a_disabled_webhook_is_enabled_and_one_that_ended_does_nothing_more()
    {
        var webhook = new Webhook();
        var (enable, end) = (new EnableWebhook(webhook.Id, Arms.Reason("Up.")), new EndWebhook(webhook.Id, Arms.Reason("Replaced.")));

        Assert.Equal("webhook-state", EnableWebhook.Decide(webhook, enable).Refusal!.Name);
        webhook.Apply(Event(new WebhookDisabled(webhook.Id, 8)));
        Assert.Equal(new WebhookEnabled(enable.Reason), EnableWebhook.Decide(webhook, enable).Value);
        Assert.Equal(new WebhookEnded(end.Reason), EndWebhook.Decide(webhook, end).Value);
        webhook.Apply(Event(new WebhookEnded(end.Reason)));
        Assert.Equal("webhook-state", EnableWebhook.Decide(webhook, enable).Refusal!.Name);
        Assert.Equal("webhook-state", EndWebhook.Decide(webhook, end).Refusal!.Name);
    }

    private static Event<T> Event<T>(T data)
        where T : notnull => new(data) { Timestamp = Arms.Now };
}
