using FirearmsRegistry.Registry.Access.SignIn.Limiting;
using FirearmsRegistry.Registry.Shared.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>What a person sees whose address asked too often: when to try again, in his language.</summary>
internal static class TooManyPage
{
    public static IResult Show(HttpContext http)
    {
        var words = PageWords.For(http);
        // To the minute, and never too early.
        var free = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + IssuerLimiter.Window + TimeSpan.FromMinutes(1);
        return Page.Of(http, words["too_many"], words["too_many.when"].Replace("{when}", words.Reports.Moment(free), StringComparison.Ordinal),
            $"<section><p><a href=\"{Page.Safe(Page.Here(http))}\">{Page.Safe(words["too_many.again"])}</a></p></section>");
    }
}
