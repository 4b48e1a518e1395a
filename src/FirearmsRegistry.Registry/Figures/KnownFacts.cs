using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>The parameters and conditions that every query of <c>item_fact</c> shares: $1 the year, $2 the intake, $3 the moment.</summary>
internal static class KnownFacts
{
    /// <summary>Which rows were known. The current ones have an index of their own.</summary>
    public static string At(DateTimeOffset? moment) => moment is null ? "known_to = 'infinity'" : "known_from <= $3 and $3 < known_to";

    /// <summary>Which intake; all where none is asked for.</summary>
    public static string Of(FigureIntake intake) => intake == FigureIntake.All ? "true" : "intake = $2";

    /// <summary>The parameters in their order.</summary>
    public static void Add(NpgsqlParameterCollection parameters, int year, FigureIntake intake, DateTimeOffset? moment)
    {
        parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = Codes.Of(intake) });
        if (moment is { } then)
            parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = then.UtcDateTime });
    }

    /// <summary>The ids that a query of one column finds.</summary>
    public static async Task<IReadOnlyList<Guid>> IdsAsync(NpgsqlCommand command, CancellationToken token)
    {
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = new List<Guid>();
        while (await reader.ReadAsync(token))
            found.Add(reader.GetGuid(0));
        return found;
    }

    /// <summary>Reads a code that the register itself wrote.</summary>
    /// <exception cref="InvalidOperationException">The table holds something else: it must be rebuilt.</exception>
    public static T Read<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidOperationException($"item_fact holds {code}, which is no {typeof(T).Name}.");
}
