namespace FirearmsRegistry.Marks.Parsing;

/// <summary>A domain word that is one string on the wire: it is read by <see cref="Parse"/> and written by <see cref="object.ToString"/>.</summary>
/// <typeparam name="TSelf">The word itself.</typeparam>
/// <remarks>
/// Law: <c>Parse(word.ToString())</c> gives <c>word</c> again. Words are structs; a <c>default</c> one is no word,
/// and its <c>ToString</c> and properties throw <see cref="InvalidOperationException"/>, so that it can never be stored.
/// </remarks>
public interface IParsableWord<TSelf>
    where TSelf : struct, IParsableWord<TSelf>
{
    /// <summary>Reads a word.</summary>
    static abstract Parsed<TSelf> Parse(string? text);
}
