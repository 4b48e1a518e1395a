using System.Security.Cryptography;
using FirearmsRegistry.Marks.StationLogs;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>Keys as a station's program prints them.</summary>
internal static class StationKeysShown
{
    public static string New()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return SigningKey.Of(key).ToString();
    }
}
