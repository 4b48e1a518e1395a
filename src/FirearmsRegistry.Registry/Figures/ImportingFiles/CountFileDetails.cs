using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using Marten;

namespace FirearmsRegistry.Registry.Figures.ImportingFiles;

/// <summary>A file of compiled counts that was taken over, with what was said of its contested rows and the years that rest on it.</summary>
/// <param name="Id">Its id, the same for the same file.</param>
/// <param name="Version">Its version: the ETag of the resource.</param>
/// <param name="Layout">How it is laid out.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Sha256">The hash of the file, in hexadecimal.</param>
/// <param name="Release">The date of release in its title; null where it has none.</param>
/// <param name="Counts">How many counts it holds.</param>
/// <param name="Contested">How many of them contradict another of the same subject: held back from every total until a person says which is the count.</param>
/// <param name="Assigned">What was said of contested rows, in its order: of a row, the last word counts.</param>
/// <param name="RecordedAt">When it was taken over.</param>
/// <param name="RecordedBy">Who took it over: the subject of the token.</param>
/// <param name="RecordedByName">The name of that person; the subject where the registry has no account of him.</param>
/// <param name="RestingYears">The years whose figures rest on it now.</param>
public sealed record CountFileDetails(
    Guid Id, long Version, CountFileLayout Layout, Note Source, PhotoHash Sha256, DateOnly? Release, int Counts, int Contested,
    IReadOnlyList<AssignedCountLine> Assigned, DateTimeOffset RecordedAt, string? RecordedBy, string? RecordedByName, IReadOnlyList<int> RestingYears)
{
    internal static CountFileDetails Of(CountFile file, RecorderNames names, IReadOnlyList<YearSource> sources) => new(file.Id, file.Version, file.Layout,
        file.Source, file.Sha256, file.Release, file.Counts, file.Contested, [.. file.Assigned.Select(said => AssignedCountLine.Of(said, names))],
        file.RecordedAt, file.RecordedBy, names.Of(file.RecordedBy),
        [.. sources.Where(source => source.At(null)?.FileId == file.Id).Select(source => source.Year).Order()]);
}

/// <summary>What was said of a contested row.</summary>
/// <param name="Line">The row's line in the file.</param>
/// <param name="Dimension">By what it is told apart.</param>
/// <param name="Category">The category of which it is the count.</param>
/// <param name="Reason">How that is known.</param>
/// <param name="AssignedAt">When it was said.</param>
/// <param name="AssignedBy">Who said so: the subject of the token.</param>
/// <param name="AssignedByName">The name of that person; the subject where the registry has no account of him.</param>
public sealed record AssignedCountLine(
    long Line, CountCode Dimension, CountCode Category, Note Reason, DateTimeOffset AssignedAt, string? AssignedBy, string? AssignedByName)
{
    internal static AssignedCountLine Of(AssignedCount said, RecorderNames names) =>
        new(said.Line, said.Dimension, said.Category, said.Reason, said.AssignedAt, said.AssignedBy, names.Of(said.AssignedBy));
}

/// <summary>Reads files with the names of who took them over, and answers writes with them.</summary>
internal sealed class CountFileAnswer(IQuerySession session, Recorders recorders) : IResourceAnswer<CountFileDetails>
{
    private const int Newest = 100;

    public async Task<CountFileDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        await session.LoadAsync<CountFile>(id, token) is { } file ? (await DescribedAsync([file], token))[0] : null;

    /// <summary>The newest hundred.</summary>
    public async Task<IReadOnlyList<CountFileDetails>> ListAsync(CancellationToken token) =>
        await DescribedAsync(await session.Query<CountFile>().OrderByDescending(file => file.RecordedAt).Take(Newest).ToListAsync(token), token);

    private async Task<IReadOnlyList<CountFileDetails>> DescribedAsync(IReadOnlyList<CountFile> files, CancellationToken token)
    {
        var names = await recorders.OfAsync(
            files.SelectMany(file => file.Assigned.Select(said => said.AssignedBy).Append(file.RecordedBy)), token);
        // One for a year at the most.
        var sources = await session.Query<YearSource>().ToListAsync(token);
        return [.. files.Select(file => CountFileDetails.Of(file, names, sources))];
    }
}
