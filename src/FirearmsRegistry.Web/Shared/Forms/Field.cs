using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Web.Shared.Wording;
using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>A field of a form: its place in the body, its words, and what was refused there.</summary>
public abstract class Field : Worded
{
    /// <summary>The form around it.</summary>
    [CascadingParameter]
    public Form Form { get; set; } = null!;

    /// <summary>The JSON pointer under which it stands in the body.</summary>
    [Parameter, EditorRequired]
    public string At { get; set; } = "";

    /// <summary>Its words.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>A sentence of help; null for none.</summary>
    [Parameter]
    public string? Help { get; set; }

    /// <summary>What stands there before anything is typed.</summary>
    [Parameter]
    public string First { get; set; } = "";

    /// <summary>Whether it is needed although the description of the use case's body cannot say so.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>Whether it may stay empty though the use case's body needs the member, which then says so by null.</summary>
    [Parameter]
    public bool CanBeEmpty { get; set; }

    /// <summary>How it is sent.</summary>
    protected abstract FieldKind Kind { get; }

    /// <summary>The id of its element.</summary>
    protected string Id => Form.Name + At.Replace('/', '-');

    /// <summary>The id of what was refused.</summary>
    protected string ErrorsId => Id + "-errors";

    /// <summary>What was refused here.</summary>
    protected virtual IReadOnlyList<InputError> Errors => Form.ErrorsAt(At);

    /// <summary>The elements that describe it, for screen readers.</summary>
    protected string? DescribedBy => ElementIds.Of(Help is null ? null : Id + "-help", Errors.Count == 0 ? null : ErrorsId);

    /// <summary>Whether something was refused here, for screen readers.</summary>
    protected string? Invalid => Errors.Count > 0 ? "true" : null;

    /// <summary>Whether it can be left out at all. What is sent in either case, such as that it is unknown, cannot.</summary>
    protected virtual bool CanBeLeft => Kind is FieldKind.Text or FieldKind.Number or FieldKind.Moment or FieldKind.Day or FieldKind.Date;

    /// <summary>Whether it must be filled in.</summary>
    protected bool IsRequired => CanBeLeft && !CanBeEmpty && (Required || Form.Required.Contains(At));

    /// <summary>Whether it must be filled in, for screen readers.</summary>
    protected string? MustHave => IsRequired ? "true" : null;

    /// <summary>The class of its label.</summary>
    protected string? Marked => IsRequired ? "needed" : null;

    /// <summary>What was typed.</summary>
    protected string Value
    {
        get => Form[At];
        set => Form.Type(At, value);
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Form.Declare(At, Kind, First);
        Form.Changed += StateHasChanged;
    }

    /// <summary>Takes the suggested value.</summary>
    protected void Repair(string suggestion) => Form.Say(At, suggestion == KnownValue.NoneAsSent ? KnownValue.None : suggestion);

    /// <summary>What a value is called where people know it by words; null where it is shown as it is.</summary>
    protected virtual string? Named(string value) => value == KnownValue.NoneAsSent ? W["shared.known_none"] : null;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Form.Changed -= StateHasChanged;
        base.Dispose(disposing);
    }
}
