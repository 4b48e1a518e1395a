namespace FirearmsRegistry.Registry.Access.SignIn.Sessions;

/// <summary>Browser and system of a header <c>User-Agent</c>, as people call them. What is not known is left out: it only helps to tell sessions apart.</summary>
internal static class ProgramNames
{
    // In the order in which they must be looked for: most browsers also claim to be the ones that came before them.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Firefox/", "Firefox"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Chromium/", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Such as <c>Firefox, Linux</c>; empty where nothing is known.</summary>
    public static string Of(string userAgent) =>
        string.Join(", ", new[] { Named(Browsers, userAgent), Named(Systems, userAgent) }.Where(name => name.Length > 0));

    private static string Named((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(entry => userAgent.Contains(entry.Sign, StringComparison.Ordinal)).Name ?? "";
}
