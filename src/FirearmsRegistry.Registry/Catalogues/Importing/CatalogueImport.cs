using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.Catalogues.Importing;

/// <summary>A table that was taken over.</summary>
public sealed class CatalogueImport
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>The catalogue.</summary>
    public CatalogueKind Kind { get; set; }

    /// <summary>Where the table comes from.</summary>
    public Note Source { get; set; }

    /// <summary>The hash of the file, in hexadecimal.</summary>
    public PhotoHash Sha256 { get; set; }

    /// <summary>How many of its entries were new.</summary>
    public int Added { get; set; }

    /// <summary>How many differed from what stood here.</summary>
    public int Corrected { get; set; }

    /// <summary>How many said the same as what stood here.</summary>
    public int Unchanged { get; set; }

    /// <summary>When it was taken over.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<CatalogueImported> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var import = happened.Data;
        (Kind, Source, Sha256, RecordedAt) = (import.Kind, import.Source, import.Sha256, happened.Timestamp);
        (Added, Corrected, Unchanged) = (import.Added, import.Corrected, import.Unchanged);
    }
}

/// <summary>Answers imports with what they did.</summary>
internal sealed class CatalogueImportAnswer(IQuerySession session) : IResourceAnswer<CatalogueImport>
{
    /// <inheritdoc/>
    public Task<CatalogueImport?> ReadAsync(Guid id, string location, CancellationToken token) => session.LoadAsync<CatalogueImport>(id, token);
}
