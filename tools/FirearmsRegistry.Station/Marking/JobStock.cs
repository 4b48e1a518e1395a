using System.Text.Json;
using FirearmsRegistry.Station.Logging;

namespace FirearmsRegistry.Station.Marking;

/// <summary>The jobs that the station has, on disk beside the log.</summary>
internal sealed class JobStock(LogFile file)
{
    /// <summary>Keeps a job, or what is new about it.</summary>
    public void Keep(StationJob job) => file.Write("""
        insert into job (id, details, place, taken_until) values ($1, $2, (select coalesce(max(place), 0) + 1 from job), $3)
        on conflict (id) do update set details = excluded.details, taken_until = excluded.taken_until, dropped = null
        """, job.Id.ToString(), JsonSerializer.Serialize(job), job.LeaseEndsAt?.ToString("O"));

    /// <summary>Gives a job up that the registry or the machine will not have; it stays on record with the reason.</summary>
    public void Drop(Guid job, string reason) => file.Write("update job set dropped = $2 where id = $1", job.ToString(), reason);

    /// <summary>A job; null where the station never had it.</summary>
    public StationJob? Find(Guid job) => file.Query("select details from job where id = $1", Read, job.ToString()).SingleOrDefault();

    /// <summary>The jobs that were not given up, in the order in which they came.</summary>
    public IReadOnlyList<StationJob> All() => file.Query("select details from job where dropped is null order by place", Read);

    private static StationJob Read(Microsoft.Data.Sqlite.SqliteDataReader row) => JsonSerializer.Deserialize<StationJob>(row.GetString(0))!;
}
