using System.Security.Cryptography;
using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.ImportingFiles;

/// <summary>Take over a file of compiled counts.</summary>
/// <param name="File">The file.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ImportCountFile(ReadOnlyMemory<byte> File, Note Source);

/// <summary>Carries out <see cref="ImportCountFile"/>.</summary>
internal sealed class ImportCountFileHandler(RegistryWriter writer)
{
    private const string Copy =
        """
        copy registry.imported_file_count (import_id, country, year, indicator, dimension, category, sex, variant, knowledge, value, line)
        from stdin (format binary)
        """;

    /// <summary>Takes over the whole file, or nothing, in one transaction.</summary>
    public async Task<Result<Written>> HandleAsync(ImportCountFile command, CommandContext context, CancellationToken token)
    {
        if (CountFilePlan.Read(command.File).Refused(out var refusal, out var plan))
            return refusal;
        var hash = PhotoHash.Parse(Convert.ToHexStringLower(SHA256.HashData(command.File.Span))).GetOrThrow();
        var id = NameBasedIds.Of($"count-file:{hash}");
        if (await writer.Session.LoadAsync<CountFile>(id, token) is not null)
            return ImportedCountErrors.Already(id);
        await writer.Session.BeginTransactionAsync(token);
        await StoreAsync(writer.Session.Connection!, id, plan.Counts, token);
        return await writer.CreateAsync<CountFile>(id, $"/api/v1/count-files/{id}",
            [new CountFileImported(plan.Layout, command.Source, hash, plan.Release, plan.Counts.Count, plan.Contested)], context, token);
    }

    private static async Task StoreAsync(NpgsqlConnection connection, Guid id, IReadOnlyList<UnodcCount> counts, CancellationToken token)
    {
        await using var rows = await connection.BeginBinaryImportAsync(Copy, token);
        foreach (var (subject, value, _, line, variant) in counts)
        {
            await rows.StartRowAsync(token);
            await rows.WriteAsync(id, token);
            await rows.WriteAsync(subject.Country.Alpha3, token);
            await rows.WriteAsync(subject.Year, token);
            await rows.WriteAsync(subject.Indicator, token);
            await rows.WriteAsync(subject.Dimension, token);
            await rows.WriteAsync(subject.Category, token);
            await rows.WriteAsync(Codes.Of(subject.Sex), token);
            await rows.WriteAsync(variant, token);
            await rows.WriteAsync(Codes.Of(value.Is), token);
            if (value.TryGet(out var count))
                await rows.WriteAsync(count, token);
            else
                await rows.WriteNullAsync(token);
            await rows.WriteAsync(line, token);
        }

        await rows.CompleteAsync(token);
    }
}
