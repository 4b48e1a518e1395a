using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>Finds the seizures of a year with so many arms or rounds that the questionnaire asks for each of them.</summary>
internal static class SignificantSeizures
{
    private static string Find(DateTimeOffset? knownAt, int given) =>
        $"""
        with items as (select * from registry.item_fact
            where year = $1 and intake = $2 and {KnownFacts.At(knownAt)} and duplicate_of is null),
        large as (
            select seizure_id, count(*) filter (where item_kind = 'firearm') as arms,
                coalesce(sum(quantity) filter (where item_kind = 'part'), 0)::bigint as parts,
                coalesce(sum(quantity) filter (where item_kind = 'ammunition'), 0)::bigint as rounds
            from items group by seizure_id)
        select seizure.seizure_id, seizure.case_reference, seizure.occurred_on, seizure.location_kind, large.arms, large.parts, large.rounds,
            array(select arm_type from items where items.seizure_id = large.seizure_id and arm_type is not null),
            array(select line from items where items.seizure_id = large.seizure_id and line is not null), seizure.place, seizure.legal_basis, seizure.justification,
            array(select marking from items where items.seizure_id = large.seizure_id and marking is not null),
            array(select item_id from items where items.seizure_id = large.seizure_id and item_kind = 'firearm')
        from large join registry.seizure_fact seizure on seizure.seizure_id = large.seizure_id and {KnownFacts.At(knownAt)}
        where large.arms >= ${given + 1} or large.rounds >= ${given + 2}
        order by large.arms desc, seizure.seizure_id
        """;

    public static async Task<IReadOnlyList<SignificantSeizure>> ReadAsync(
        NpgsqlConnection connection, IQuerySession session, int year, FigureSettings settings, DateTimeOffset? knownAt, CancellationToken token)
    {
        var found = await RowsAsync(connection, year, settings, knownAt, token);
        var seizures = new List<SignificantSeizure>();
        foreach (var (seizure, arms) in found)
        {
            var details = knownAt is { } moment
                ? await session.Events.AggregateStreamAsync<SeizureDetails>(seizure.SeizureId, timestamp: moment, token: token)
                : await session.LoadAsync<SeizureDetails>(seizure.SeizureId, token);
            var makes = await MakesAsync(session, arms, knownAt, token);
            seizures.Add(details is null ? seizure with { Makes = makes } : Described(seizure, details.Circumstances) with { Makes = makes });
        }

        return seizures;
    }

    private static SignificantSeizure Described(SignificantSeizure seizure, SeizureCircumstances circumstances) => seizure with
    {
        Route = circumstances.Route,
        Transport = circumstances.Transport,
        Concealment = circumstances.Concealment.Is,
        SuspectedOffences = circumstances.SuspectedOffences,
    };

    private static async Task<IReadOnlyList<SeizedMake>> MakesAsync(IQuerySession session, Guid[] arms, DateTimeOffset? knownAt, CancellationToken token)
    {
        var items = new List<SeizedItemEntry>();
        if (knownAt is { } moment)
        {
            foreach (var arm in arms)
            {
                if (await session.Events.AggregateStreamAsync<SeizedItemDetails>(arm, timestamp: moment, token: token) is { Item: { } item })
                    items.Add(item);
            }
        }
        else
        {
            items.AddRange((await session.LoadManyAsync<SeizedItemDetails>(token, arms)).Select(details => details.Item));
        }

        return
        [
            .. items.CountBy(item => (item.Maker, item.Model, item.Calibre, item.ManufactureCountry)).OrderByDescending(make => make.Value)
                .ThenBy(make => make.Key.Maker.ToString(), StringComparer.Ordinal).ThenBy(make => make.Key.Model.ToString(), StringComparer.Ordinal)
                .Select(make => new SeizedMake(make.Key.Maker, make.Key.Model, make.Key.Calibre, make.Key.ManufactureCountry, make.Value)),
        ];
    }

    private static async Task<IReadOnlyList<(SignificantSeizure Seizure, Guid[] Arms)>> RowsAsync(
        NpgsqlConnection connection, int year, FigureSettings settings, DateTimeOffset? knownAt, CancellationToken token)
    {
        await using var command = new NpgsqlCommand { Connection = connection };
        KnownFacts.Add(command.Parameters, year, FigureIntake.Seized, knownAt);
        command.CommandText = Find(knownAt, command.Parameters.Count);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = settings.SignificantArms });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = settings.SignificantRounds });
        var found = new List<(SignificantSeizure, Guid[])>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            found.Add((new SignificantSeizure(reader.GetGuid(0), reader.GetString(1), PartialDate.Parse(reader.GetString(2)).GetOrThrow(),
                reader.GetString(9), KnownFacts.Read<LocationKind>(reader.GetString(3)), reader.GetInt64(4), Counted(reader, 7), reader.GetInt64(5),
                reader.GetInt64(6), SeizureRoute.Unknown, Known<TransportMeans>.Unknown, Knowledge.Unknown, KnownFacts.Read<LegalBasis>(reader.GetString(10)),
                KnownFacts.Read<LegalJustification>(reader.GetString(11)), [], Counted(reader, 12), [], Counted(reader, 8)),
                reader.GetFieldValue<Guid[]>(13)));
        }

        return found;
    }

    private static Dictionary<string, long> Counted(NpgsqlDataReader reader, int column) =>
        reader.GetFieldValue<string[]>(column).CountBy(code => code).OrderBy(code => code.Key, StringComparer.Ordinal)
            .ToDictionary(code => code.Key, code => (long)code.Value);
}
