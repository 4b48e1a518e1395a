using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Showing;

namespace FirearmsRegistry.Web.Tests.Shared.Showing;

public sealed class RowsTests
{
    private readonly List<(string? After, TaskCompletionSource<Answer<Page<string>>> Answer)> _asked = [];

    [Fact]
    public async Task A_list_grows_by_a_page_at_a_time()
    {
        var rows = new Rows<string>(AskAsync);
        Assert.Null(rows.All);
        await AnsweredAsync(rows.AnewAsync(), Of("2", "a", "b"));
        Assert.True(rows.HasMore);
        await AnsweredAsync(rows.MoreAsync(), Of(null, "c"));
        Assert.Equal(["a", "b", "c"], rows.All);
        Assert.False(rows.HasMore);
        Assert.Equal([null, "2"], _asked.Select(asked => asked.After));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_askings_the_later_is_shown_in_whatever_order_they_are_answered(bool inOrder)
    {
        var rows = new Rows<string>(AskAsync);
        var (first, second) = (rows.AnewAsync(), rows.AnewAsync());
        foreach (var place in inOrder ? [0, 1] : new[] { 1, 0 })
            _asked[place].Answer.SetResult(Of(null, place == 0 ? "of the first" : "of the second"));
        await Task.WhenAll(first, second);
        Assert.Equal(["of the second"], rows.All);
    }

    [Fact]
    public async Task More_asked_for_twice_adds_a_page_once()
    {
        var rows = new Rows<string>(AskAsync);
        await AnsweredAsync(rows.AnewAsync(), Of("2", "a"));
        var (first, second) = (rows.MoreAsync(), rows.MoreAsync());
        _asked[1].Answer.SetResult(Of("3", "b"));
        _asked[2].Answer.SetResult(Of("3", "b"));
        await Task.WhenAll(first, second);
        Assert.Equal(["a", "b"], rows.All);
    }

    [Fact]
    public async Task A_refused_page_leaves_what_was_read()
    {
        var rows = new Rows<string>(AskAsync);
        await AnsweredAsync(rows.AnewAsync(), Of("2", "a"));
        await AnsweredAsync(rows.MoreAsync(), new Answer<Page<string>>(null, new Problem("internal-error", 500, "", null, [], []), null, null));
        Assert.Equal(500, rows.Problem?.Status);
        Assert.Equal(["a"], rows.All);
        await AnsweredAsync(rows.MoreAsync(), Of(null, "b"));
        Assert.Null(rows.Problem);
        Assert.Equal(["a", "b"], rows.All);
    }

    [Fact]
    public async Task A_changed_record_takes_the_place_of_what_it_was()
    {
        var rows = new Rows<string>(AskAsync);
        await AnsweredAsync(rows.AnewAsync(), Of(null, "a", "b"));
        rows.Replace("b", "B");
        rows.Replace("unknown", "C");
        Assert.Equal(["a", "B"], rows.All);
    }

    [Fact]
    public async Task What_came_since_stands_first_and_what_is_shown_keeps_its_place()
    {
        var rows = new Rows<string>(AskAsync);
        await AnsweredAsync(rows.AnewAsync(), Of("2", "b", "c"));
        await AnsweredAsync(rows.MoreAsync(), Of("3", "d"));
        await AnsweredAsync(rows.NewestAsync(row => row), Of("2", "a", "c", "b"));
        await AnsweredAsync(rows.NewestAsync(row => row), new Answer<Page<string>>(null, new Problem("unavailable", 503, "", null, [], []), null, null));
        Assert.Equal(["a", "b", "c", "d"], rows.All);
        Assert.Null(rows.Problem);
        await AnsweredAsync(rows.MoreAsync(), Of(null, "e"));
        Assert.Equal((null, "3"), (_asked[2].After, _asked[^1].After));
    }

    [Fact]
    public async Task Looking_for_what_came_since_disturbs_no_page_that_is_asked_for()
    {
        var rows = new Rows<string>(AskAsync);
        await AnsweredAsync(rows.AnewAsync(), Of("2", "b"));
        var (more, newest) = (rows.MoreAsync(), rows.NewestAsync(row => row));
        _asked[1].Answer.SetResult(Of(null, "c"));
        _asked[2].Answer.SetResult(Of("2", "a", "b"));
        await Task.WhenAll(more, newest);
        Assert.Equal(["a", "b", "c"], rows.All);
    }

    [Fact]
    public async Task Pages_are_turned_forth_and_back()
    {
        var leaves = new Leaves<string>(AskAsync);
        await AnsweredAsync(leaves.AnewAsync(), Of("2", "a"));
        await AnsweredAsync(leaves.ForthAsync(), Of("3", "b"));
        await AnsweredAsync(leaves.ForthAsync(), Of(null, "c"));
        Assert.Equal((true, false), (leaves.HasBefore, leaves.HasAfter));
        await AnsweredAsync(leaves.BackAsync(), Of("3", "b"));
        await AnsweredAsync(leaves.BackAsync(), Of("2", "a"));
        Assert.Equal((false, true), (leaves.HasBefore, leaves.HasAfter));
        Assert.Equal([null, "2", "3", "2", null], _asked.Select(asked => asked.After));
    }

    [Fact]
    public async Task A_page_turned_twice_at_once_is_turned_once()
    {
        var leaves = new Leaves<string>(AskAsync);
        await AnsweredAsync(leaves.AnewAsync(), Of("2", "a"));
        var (first, second) = (leaves.ForthAsync(), leaves.ForthAsync());
        _asked[1].Answer.SetResult(Of("3", "b"));
        _asked[2].Answer.SetResult(Of("3", "b"));
        await Task.WhenAll(first, second);
        await AnsweredAsync(leaves.BackAsync(), Of("2", "a"));
        Assert.False(leaves.HasBefore);
    }

    [Fact]
    public async Task What_was_asked_before_a_list_was_cleared_is_not_shown()
    {
        var leaves = new Leaves<string>(AskAsync);
        var asking = leaves.AnewAsync();
        leaves.Clear();
        await AnsweredAsync(asking, Of(null, "a"));
        Assert.Null(leaves.Shown);
    }

    private static Answer<Page<string>> Of(string? next, params string[] items) => new(new Page<string>(items, next), null, null, null);

    private Task<Answer<Page<string>>> AskAsync(string? after)
    {
        var answer = new TaskCompletionSource<Answer<Page<string>>>();
        _asked.Add((after, answer));
        return answer.Task;
    }

    private Task AnsweredAsync(Task reading, Answer<Page<string>> answer)
    {
        _asked[^1].Answer.SetResult(answer);
        return reading;
    }
}
