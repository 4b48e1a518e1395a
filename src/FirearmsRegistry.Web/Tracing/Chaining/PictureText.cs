using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FirearmsRegistry.Web.Tracing.Chaining;

/// <summary>A line of text in a picture: Razor keeps the name of SVG's element for itself.</summary>
public sealed class PictureText : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>What it tells, by which it is coloured.</summary>
    [Parameter]
    public string? Style { get; set; }

    /// <summary>Where it begins, or its middle.</summary>
    [Parameter]
    public int X { get; set; }

    /// <summary>Its base line.</summary>
    [Parameter]
    public int Y { get; set; }

    /// <summary>Whether it stands around its place and not from there on.</summary>
    [Parameter]
    public bool Centred { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Style);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", Centred ? "middle" : null);
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
