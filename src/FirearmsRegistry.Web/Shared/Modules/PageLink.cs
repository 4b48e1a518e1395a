using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.Web.Shared.Modules;

/// <summary>An entry of the menu, shown to whoever may use the page.</summary>
/// <param name="Address">The page's address.</param>
/// <param name="WordsKey">The key of its name.</param>
/// <param name="Policy">Who may use it.</param>
internal sealed record PageLink(string Address, string WordsKey, AccessPolicy Policy)
{
    /// <summary>Addresses elsewhere whose pages belong to it as those below its own do; <c>{…}</c> stands for any one part.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
