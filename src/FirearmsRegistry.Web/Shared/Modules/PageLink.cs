using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Acting;

namespace FirearmsRegistry.Web.Shared.Modules;

/// <summary>An entry of the menu, shown to whoever may use the page.</summary>
/// <param name="Address">The page's address.</param>
/// <param name="WordsKey">The key of its name.</param>
/// <param name="Policy">Who may use it.</param>
/// <param name="Waiting">Asks how much waits there for somebody; null where nothing does.</param>
internal sealed record PageLink(string Address, string WordsKey, AccessPolicy Policy, Func<UseCases, CancellationToken, Task<long>>? Waiting = null);
