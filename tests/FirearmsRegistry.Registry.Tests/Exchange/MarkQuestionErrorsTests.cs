using System.Text;
using FirearmsRegistry.Registry.Exchange.AskingByHash;
using FirearmsRegistry.Registry.Shared.Outgoing;

namespace FirearmsRegistry.Registry.Tests.Exchange;

public sealed class MarkQuestionErrorsTests
{
    [Theory]
    [InlineData(403, "mark-questions-not-agreed", "partner-refused-question")]
    [InlineData(403, "exchange-key-unknown", "partner-refused-question")]
    [InlineData(429, "exchange-document-repeated-too-often", "partner-refused-question")]
    [InlineData(429, "mark-question-budget-spent", "mark-question-budget-spent")]
    [InlineData(409, "exchange-document-replayed", null)]
    [InlineData(409, "try-again", null)]
    [InlineData(503, "exchange-key-missing", null)]
    public void What_a_partner_refuses_by_name_is_told_by_that_name(int status, string name, string? told)
    {
        var refusal = MarkQuestionErrors.Of(Answer(status, $$"""{"type":"urn:firearms-registry:problem:{{name}}"}"""));

        Assert.Equal(told, refusal?.Name);
        if (told == MarkQuestionErrors.RefusedByPartnerName)
            Assert.Contains(name, refusal!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"https://example.org/problems/forbidden"}""")]
    [InlineData("""{"type":"urn:firearms-registry:problem:<b>no</b>"}""")]
    [InlineData("""[403]""")]
    [InlineData("<html>Forbidden</html>")]
    [InlineData("")]
    public void What_a_stranger_answers_is_no_refusal(string body) => Assert.Null(MarkQuestionErrors.Of(Answer(403, body)));

    private static OutgoingAnswer Answer(int status, string body) => new(OutgoingOutcome.Answered, status, Encoding.UTF8.GetBytes(body));
}
