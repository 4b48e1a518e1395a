namespace FirearmsRegistry.Web.Shared.Showing;

/// <summary>Several lists that are shown and grow as one.</summary>
internal sealed class Together(params IReadOnlyList<IGrowing> lists) : IGrowing
{
    public bool HasMore => lists.Any(list => list.HasMore);

    public Task MoreAsync() => Task.WhenAll(lists.Where(list => list.HasMore).Select(list => list.MoreAsync()));
}
