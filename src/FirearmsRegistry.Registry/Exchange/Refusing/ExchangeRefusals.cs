using System.Diagnostics.Metrics;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Exchange.Refusing;

/// <summary>How a document came to the door.</summary>
public enum ExchangeChannel
{
    /// <summary>From another registry over HTTPS.</summary>
    Registry,

    /// <summary>A file that a contact point handed in.</summary>
    File,

    /// <summary>A question for a mark by its hash.</summary>
    MarkQuestion,
}

/// <summary>Counts and records what was refused, never anything of its content.</summary>
internal sealed class ExchangeRefusals(
    NpgsqlDataSource database, IMeterFactory meters, TimeProvider time, ILogger<ExchangeRefusals> log)
{
    /// <summary>The name of the area's meter.</summary>
    public const string MeterName = "FirearmsRegistry.Exchange";

    private readonly Counter<long> _refused = meters.Create(MeterName)
        .CreateCounter<long>("exchange.documents.refused", "{document}", "Documents of other States that were refused, by the name of the refusal.");

    /// <summary>Records a refusal, by itself: what was refused has no transaction that could carry it.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="claimed">The State that the document claims to come from; null where it names none.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="subject">Who handed it in; null for another registry.</param>
    /// <param name="token">Cancels.</param>
    public async Task RecordAsync(Refusal refusal, CountryCode? claimed, ExchangeChannel channel, string? subject, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        _refused.Add(1, new KeyValuePair<string, object?>("refusal", refusal.Name));
        log.LogWarning("A document that claims to come from {State} was refused: {Refusal}.", claimed?.ToString() ?? "nowhere", refusal.Name);
        await using var command = database.CreateCommand(
            "insert into registry.exchange_refusal (at, refusal, claimed_state, channel, subject) values ($1, $2, $3, $4, $5)");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = refusal.Name });
        command.Parameters.Add(Text(claimed?.ToString()));
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Codes.Of(channel) });
        command.Parameters.Add(Text(subject));
        await command.ExecuteNonQueryAsync(token);
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
