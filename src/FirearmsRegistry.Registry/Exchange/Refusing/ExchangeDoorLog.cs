using System.Diagnostics.Metrics;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Exchange.Refusing;

/// <summary>
/// Counts and records what was refused, and what was a repeat; never anything of its content. All of it is counted, but of each count of a
/// day only the first lines are kept: whoever is no partner could send as much as he likes. Where no signature holds, each partner in whose name
/// something comes has a count, and so lines, of its own.
/// </summary>
internal sealed class ExchangeDoorLog(NpgsqlDataSource database, IMeterFactory meters, TimeProvider time, ILogger<ExchangeDoorLog> log)
{
    /// <summary>The name of the area's meter.</summary>
    public const string MeterName = "FirearmsRegistry.Exchange";

    /// <summary>Under which name repeats are counted: the same content, signed anew by its sender or carried here once more.</summary>
    public const string Repeated = "exchange-document-repeated";

    /// <summary>How many lines are kept of each count of a day.</summary>
    public const int LinesOfADay = 100;

    private const string Count =
        """
        insert into registry.exchange_count as c (day, outcome, signer, claimed, channel, count) values ($1, $2, $3, $4, $5, 1)
        on conflict (day, outcome, signer, claimed, channel) do update set count = c.count + 1
        """;

    private const string Refuse =
        $"""
        with counted as ({Count} returning count)
        insert into registry.exchange_refusal (at, refusal, claimed_state, channel, subject) select $6, $2, $7, $5, $8 from counted where count <= $9
        """;

    private readonly Counter<long> _refused = meters.Create(MeterName)
        .CreateCounter<long>("exchange.documents.refused", "{document}", "Documents of other States that were refused, by the name of the refusal.");

    private readonly Counter<long> _repeated = meters.Create(MeterName)
        .CreateCounter<long>("exchange.documents.repeated", "{document}", "Documents of other States that came again, signed anew or by hand, after they had been taken.");

    /// <summary>Records a refusal, by itself: what was refused has no transaction that could carry it.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="sender">The State that the document claims to come from.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="subject">Who handed it in; null for another registry.</param>
    /// <param name="token">Cancels.</param>
    public async Task RecordAsync(Refusal refusal, ClaimedSender sender, ExchangeChannel channel, string? subject, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        _refused.Add(1, new KeyValuePair<string, object?>("refusal", refusal.Name));
        await using var command = database.CreateCommand(Refuse);
        AddCount(command, refusal.Name, sender, channel);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        command.Parameters.Add(Text(sender.State?.ToString()));
        command.Parameters.Add(Text(subject));
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LinesOfADay });
        if (await command.ExecuteNonQueryAsync(token) > 0)
            log.LogWarning("A document that claims to come from {State} was refused: {Refusal}.", sender.State?.ToString() ?? "nowhere", refusal.Name);
    }

    /// <summary>Counts that a document came again, from its sender or by hand, and had the answer that it had before.</summary>
    /// <param name="signer">The State that signed.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="token">Cancels.</param>
    public async Task CountRepeatAsync(CountryCode signer, ExchangeChannel channel, CancellationToken token)
    {
        _repeated.Add(1);
        log.LogInformation("A document of {State} came again.", signer.ToString());
        await using var command = database.CreateCommand(Count);
        AddCount(command, Repeated, new ClaimedSender(signer, IsPartner: true, Signed: true), channel);
        await command.ExecuteNonQueryAsync(token);
    }

    private void AddCount(NpgsqlCommand command, string outcome, ClaimedSender sender, ExchangeChannel channel)
    {
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = outcome });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = sender.Signer?.ToString() ?? "" });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = sender.Forged?.ToString() ?? "" });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Codes.Of(channel) });
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
