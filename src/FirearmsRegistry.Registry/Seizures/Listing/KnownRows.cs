using FirearmsRegistry.Registry.Shared.Requests;
using Npgsql;

namespace FirearmsRegistry.Registry.Seizures.Listing;

/// <summary>
/// Which versions of facts a reader sees: the current ones, or those known at a moment. Each has its own condition, since only the
/// first can use the indexes of current rows.
/// </summary>
internal sealed record KnownRows(string Condition, DateTime? Moment)
{
    public static KnownRows At(AsKnownAt asked) => asked.Moment is { } moment
        ? new("known_from <= @known and @known < known_to", moment.UtcDateTime)
        : new("known_to = 'infinity'", null);

    public void AddTo(NpgsqlCommand command)
    {
        if (Moment is { } moment)
            command.Parameters.Add(new NpgsqlParameter<DateTime>("known", moment));
    }
}
