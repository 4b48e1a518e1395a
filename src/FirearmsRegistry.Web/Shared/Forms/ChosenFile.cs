namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>A file that was chosen and is here.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="MediaType">What the browser takes it for; empty where it does not know.</param>
public sealed record ChosenFile(byte[] Bytes, string MediaType);
