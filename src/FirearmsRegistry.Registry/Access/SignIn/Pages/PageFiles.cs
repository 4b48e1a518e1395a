namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>The style and the scripts of the sign-in pages, served as files: their content policy allows nothing inline.</summary>
internal static class PageFiles
{
    /// <summary>Colours as the other pages have them; logical sides only, for both directions of writing.</summary>
    public const string Style =
        """
        :root { color-scheme: light; --ground: #f6f7f9; --card: #fff; --text: #1b1f24; --faint: #4a525c; --line: #c9ced6; --main: #1f4e79; --on-main: #fff; --bad: #a4161a; --bar: #14324d; }
        :root.dark { color-scheme: dark; --ground: #11161c; --card: #1a2129; --text: #eef1f4; --faint: #b4bdc7; --line: #3a4552; --main: #8ec5ff; --on-main: #0b1620; --bad: #ff8f8f; --bar: #0b1620; }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", sans-serif; }
        header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding: .75rem 1.25rem; background: var(--bar); color: #fff; }
        header a { color: inherit; }
        .brand { font-weight: 650; text-decoration: none; margin-inline-end: auto; }
        header nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
        header [aria-current] { font-weight: 650; text-decoration: none; }
        main { max-width: 34rem; margin: clamp(1rem, 6vh, 4rem) auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
        h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
        a { color: var(--main); text-underline-offset: .15em; }
        p { margin: .25rem 0 .75rem; }
        main > form, section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1.25rem; margin: 0 0 1rem; }
        main > form > :first-of-type:is(label) { margin-top: 0; }
        section form + form, section form { margin: .75rem 0 0; }
        label { display: block; margin: 1rem 0 0; font-weight: 550; }
        input { font: inherit; color: inherit; background: var(--card); width: 100%; padding: .5rem .65rem; min-height: 2.5rem; margin-top: .2rem; border: 1px solid var(--faint); border-radius: .3rem; }
        button { font: inherit; cursor: pointer; min-height: 2.5rem; padding: .4rem 1.25rem; margin: 1.25rem 0 0; margin-inline-end: .5rem; border-radius: .3rem; border: 1px solid var(--main); background: var(--main); color: var(--on-main); font-weight: 600; }
        button.second, li button { background: transparent; color: var(--main); }
        [data-usable] > button:first-child { margin-top: 0; }
        li form { display: inline; }
        li button { min-height: 2rem; padding: .1rem .75rem; margin: 0; }
        :focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
        header :focus-visible { outline-color: #ffd166; }
        [role=alert] { border: 1px solid var(--bad); border-inline-start-width: .4rem; border-radius: .35rem; background: var(--card); padding: .5rem 1rem; margin: 0 0 1rem; }
        .faint { color: var(--faint); font-size: .9rem; }
        .list { list-style: none; margin: .5rem 0 0; padding: 0; }
        .list li { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between; border-block-start: 1px solid var(--line); padding: .6rem 0; }
        code { font: 1.05rem/1.6 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; letter-spacing: .06em; overflow-wrap: anywhere; }
        .codes { columns: 2; list-style: none; padding: 0; margin: .5rem 0; }
        .qr { display: block; width: 12rem; margin: .5rem auto 1rem; border-radius: .3rem; background: #fff; }
        .qr svg { display: block; width: 100%; height: auto; }
        @media print { header, button { display: none; } main { margin: 0; } }
        """;

    /// <summary>Moves the secret of a link from behind <c>#</c> into the form; without scripts it is pasted by hand.</summary>
    public const string LinkScript =
        """
        const secret = location.hash.slice(1);
        if (secret) { document.querySelector("input[name=secret]").value = secret; history.replaceState(null, "", location.pathname); }
        """;

    /// <summary>
    /// Asks the device: fetches the challenge, has it answered, sends the answer with the form. Where the browser has no passkeys, or the
    /// address has no name that they could be tied to, the form says so instead.
    /// </summary>
    public const string PasskeyScript =
        """
        const named = !/^[\d.]+$|:/.test(location.hostname.replace(/[[\]]/g, ""));
        const usable = named && typeof PublicKeyCredential?.parseRequestOptionsFromJSON === "function";
        for (const form of document.querySelectorAll("form[data-passkey]")) {
            form.querySelector(usable ? "[data-usable]" : "[data-unusable]").hidden = false;
            form.addEventListener("submit", async event => {
                const answer = form.elements.credential;
                event.preventDefault();
                const failed = form.querySelector("[data-failed]");
                failed.hidden = true;
                try {
                    const asked = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
                    if (!asked.ok) throw new Error(asked.statusText);
                    const options = await asked.json();
                    const credential = form.dataset.passkey === "create"
                        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
                        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
                    answer.value = JSON.stringify(credential);
                    form.submit();
                } catch {
                    failed.hidden = false;
                }
            });
        }
        """;
}
