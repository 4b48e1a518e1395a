using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>The forms with which a browser asks its person's device. What of them can be used, the script says.</summary>
internal static class PasskeyForms
{
    public const string Root = "/account/passkeys";

    private const string Script = "<script src=\"/account/passkeys.js\" type=\"module\"></script>";

    /// <summary>To sign in.</summary>
    public static string SignIn(HttpContext http)
    {
        var words = PageWords.For(http);
        return Page.Form(http, PageForm.WithReturn(Root + "/sign-ins", PageForm.ReturnUrl(http)), Fields(words, "passkey.sign_in", ""),
            $" data-passkey=\"get\" data-options=\"{Root}/challenges\"") + Script;
    }

    /// <summary>To add a passkey to one's account.</summary>
    public static string Add(HttpContext http, string returnUrl)
    {
        var words = PageWords.For(http);
        var name = $"""<label>{Page.Safe(words["passkey.name"])} <input name="name" autocomplete="off" maxlength="60"></label>""";
        return Page.Form(http, PageForm.WithReturn(Root, returnUrl), Fields(words, "passkey.add", name),
            $" data-passkey=\"create\" data-options=\"{Root}/creation-challenges\"") + Script;
    }

    private static string Fields(PageWords words, string button, string more) =>
        $"""
        <input type="hidden" name="credential" value="">
        <div data-usable hidden>{more}<button class="second">{Page.Safe(words[button])}</button></div>
        <p data-unusable hidden class="faint">{Page.Safe(words["passkey.unusable"])}</p>
        <p data-failed hidden role="alert">{Page.Safe(words["passkey.failed"])}</p>
        """;
}
