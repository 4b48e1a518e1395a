using MudBlazor;

namespace FirearmsRegistry.Web.Shared.Layout;

/// <summary>Colours that stand out from each other by day and by night (WCAG 2.2 AA), and fonts that the reader's machine has.</summary>
internal static class RegistryTheme
{
    private static readonly string[] Fonts = ["system-ui", "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f4e79",
            PrimaryContrastText = "#ffffff",
            Secondary = "#7a3e00",
            Background = "#f6f7f9",
            Surface = "#ffffff",
            AppbarBackground = "#14324d",
            AppbarText = "#ffffff",
            TextPrimary = "#1b1f24",
            TextSecondary = "#4a525c",
            Error = "#a4161a",
            Warning = "#8a5300",
            Success = "#1b6b3a",
            Info = "#1f4e79",
            Divider = "#c9ced6",
            LinesDefault = "#c9ced6",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8ec5ff",
            PrimaryContrastText = "#0b1620",
            Secondary = "#ffbf80",
            Background = "#11161c",
            Surface = "#1a2129",
            AppbarBackground = "#0b1620",
            AppbarText = "#f2f5f8",
            TextPrimary = "#eef1f4",
            TextSecondary = "#b4bdc7",
            Error = "#ff8f8f",
            Warning = "#ffc766",
            Success = "#7fd6a0",
            Info = "#8ec5ff",
            Divider = "#3a4552",
            LinesDefault = "#3a4552",
        },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Fonts } },
    };
}
