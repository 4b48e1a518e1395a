using System.Globalization;

namespace FirearmsRegistry.Web.Shared.Showing;

/// <summary>Numbers that count nothing, such as years and lines, and those in addresses: the same in every language.</summary>
internal static class Plain
{
    /// <summary>The digits 0 to 9 and nothing between them.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}
