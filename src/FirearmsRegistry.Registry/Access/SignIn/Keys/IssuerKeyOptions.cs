using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>Hands the key ring to the issuer and to the validation of its tokens, anew whenever the ring has changed.</summary>
internal sealed class IssuerKeyOptions(IssuerKeyRing ring)
    : IConfigureOptions<OpenIddictServerOptions>,
        IOptionsChangeTokenSource<OpenIddictServerOptions>,
        IOptionsChangeTokenSource<OpenIddictValidationOptions>
{
    public string Name => Options.DefaultName;

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in ring.KeysFor(IssuerKeyUse.Signing))
        {
            options.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        }
        foreach (var key in ring.KeysFor(IssuerKeyUse.Encryption))
        {
            options.EncryptionCredentials.Add(
                new EncryptingCredentials(key, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        }
    }

    public IChangeToken GetChangeToken() => ring.ChangeToken;
}
