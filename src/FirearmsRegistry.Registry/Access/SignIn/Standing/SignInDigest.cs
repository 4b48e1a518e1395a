using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FirearmsRegistry.Registry.Access.SignIn.Standing;

/// <summary>
/// Stands for an account's security stamp in access tokens, which programs can read: the stamp itself is a secret from which the
/// framework derives codes.
/// </summary>
internal static class SignInDigest
{
    private const int Bytes = 12;

    public static string Of(string? stamp) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("fr_sign_in\n" + stamp)).AsSpan(0, Bytes));
}
