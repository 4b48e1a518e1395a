using FirearmsRegistry.Web.Shared.Showing;

namespace FirearmsRegistry.Web.Tests.Shared.Showing;

public sealed class LatestTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_askings_the_answer_to_the_later_is_taken_in_whatever_order_they_are_answered(bool inOrder)
    {
        var latest = new Latest();
        var taken = new List<string>();
        var (first, second) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var asking = Task.WhenAll(latest.AskAsync(() => first.Task, taken.Add), latest.AskAsync(() => second.Task, taken.Add));
        foreach (var answer in inOrder ? [first, second] : new[] { second, first })
            answer.SetResult(answer == first ? "of the first" : "of the second");
        await asking;

        Assert.Equal(["of the second"], taken);
    }

    [Fact]
    public async Task What_was_forgotten_while_it_was_asked_is_not_taken()
    {
        var latest = new Latest();
        var taken = new List<int>();
        var answer = new TaskCompletionSource<int>();
        var asking = latest.AskAsync(() => answer.Task, taken.Add);
        latest.Forget();
        answer.SetResult(1);
        await asking;

        Assert.Empty(taken);
    }

    [Fact]
    public async Task Answers_that_come_before_the_next_asking_are_all_taken()
    {
        var latest = new Latest();
        var taken = new List<int>();
        await latest.AskAsync(() => Task.FromResult(1), taken.Add);
        await latest.AskAsync(() => Task.FromResult(2), taken.Add);

        Assert.Equal([1, 2], taken);
    }
}
