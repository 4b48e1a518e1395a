using FirearmsRegistry.Registry.Exchange.Delivering;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Tests.Exchange;

public sealed class HandOverTests
{
    [Theory]
    [InlineData(OutboxState.Waiting, null)]
    [InlineData(OutboxState.ByHand, null)]
    [InlineData(OutboxState.Delivered, "exchange-document-gone")]
    [InlineData(OutboxState.HandedOver, "exchange-document-gone")]
    [InlineData(OutboxState.Lapsed, "exchange-reminder-lapsed")]
    [InlineData(OutboxState.Refused, "exchange-document-refused")]
    public void Only_what_is_still_owed_is_handed_over(OutboxState state, string? refusal) =>
        Assert.Equal(refusal, Decide(state, null).Refusal?.Name);

    [Theory]
    [InlineData(OutboxState.Waiting)]
    [InlineData(OutboxState.ByHand)]
    [InlineData(OutboxState.Refused)]
    public void What_may_be_told_no_more_is_not_told_by_hand_either(OutboxState state) =>
        Assert.Equal("disclosure-after-expiry", Decide(state, DisclosureErrors.DocumentExpired).Refusal?.Name);

    private static Result<DocumentHandedOver> Decide(OutboxState state, Refusal? forbidden)
    {
        var at = ExchangeSamples.Now;
        var line = new OutboxLine(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), DocumentKind.TraceAnswer, state, at, at, 1,
            "exchange-states-mismatched", null, null);
        return HandOverDocument.Decide(new HandOverDocument(line.Id, Short("Liaison officer"), Short("Memory stick 14")), line, forbidden);
    }

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
