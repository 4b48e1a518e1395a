using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Web.Shared.Acting;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Web.Shared.Downloading;

/// <summary>
/// A file that was refused: a person is led to the page that says why in his language and leads back; a program gets the problem document.
/// </summary>
internal static class FailedFile
{
    /// <summary>Where the person was, in the address or form that asks for the file.</summary>
    public const string Back = "backTo";

    public const string Page = "/file-failed";

    /// <summary>The address to which a person is led; null for programs.</summary>
    public static string? AddressFor(HttpRequest request, RawAnswer answer, string? back) => !Askers.IsPerson(request)
        ? null
        : Page + QueryString.Create(new Dictionary<string, string?> { ["problem"] = Problem.Read(answer).Name, [Back] = LocalPage(back) }
            .Where(value => value.Value is not null));

    /// <summary>The address where it is one of a page of this server; null otherwise.</summary>
    public static string? LocalPage(string? back) =>
        back is ['/', ..] && !back.Any(char.IsControl) && PagesModules.HasPage(back.Split('?', '#')[0]) ? back : null;
}
