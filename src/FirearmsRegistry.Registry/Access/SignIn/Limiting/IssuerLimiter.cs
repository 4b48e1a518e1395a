using System.Globalization;
using System.Threading.RateLimiting;
using FirearmsRegistry.Registry.Access.SignIn.Pages;
using FirearmsRegistry.Registry.Exchange;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Verifying;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.Limiting;

/// <summary>
/// Limits what one address may ask of the sign-in pages, of the issuer, of the verification of certificates, of published figures and of the exchange with other States. By path and not by endpoint, since the issuer answers
/// some of its addresses before routing.
/// </summary>
internal static class IssuerLimiter
{
    public static void Add(IServiceCollection services, AccessSettings settings)
    {
        services.AddSingleton<SignInAttempts>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Partition(http, settings));
        });
    }

    /// <summary>After so long without a request, as many are allowed as at first.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    public static SlidingWindowRateLimiterOptions PerMinute(int permits) => new()
    {
        PermitLimit = permits,
        Window = Window,
        SegmentsPerWindow = 6,
        QueueLimit = 0,
        AutoReplenishment = true,
    };

    private static RateLimitPartition<string> Partition(HttpContext http, AccessSettings settings)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (http.Request.Path.StartsWithSegments("/connect", StringComparison.OrdinalIgnoreCase))
        {
            return RateLimitPartition.GetSlidingWindowLimiter("issuer " + address, _ => PerMinute(settings.TokenRequestsPerMinute));
        }
        if (PublicVerification.Paths.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return RateLimitPartition.GetSlidingWindowLimiter("certificates " + address, _ => PerMinute(settings.CertificateChecksPerMinute));
        }
        if (http.Request.Path.StartsWithSegments(PublicFigures.Root, StringComparison.OrdinalIgnoreCase))
        {
            return RateLimitPartition.GetSlidingWindowLimiter("figures " + address, _ => PerMinute(settings.PublicFigureRequestsPerMinute));
        }
        if (ExchangeModule.IsOpen(http.Request.Path))
        {
            return RateLimitPartition.GetSlidingWindowLimiter("exchange " + address, _ => PerMinute(settings.ExchangeRequestsPerMinute));
        }
        return http.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) && HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter("pages " + address, _ => PerMinute(settings.SignInAttemptsPerMinute))
            : RateLimitPartition.GetNoLimiter("");
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var http = rejected.HttpContext;
        http.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (Askers.IsPerson(http.Request))
        {
            await TooManyPage.Show(http).ExecuteAsync(http);
            return;
        }
        var problem = ProblemDocuments.ForStatus(StatusCodes.Status429TooManyRequests, http);
        await http.Response.WriteAsJsonAsync(problem, RegistryJson.Options, ProblemDocuments.MediaType, cancellation);
    }
}
