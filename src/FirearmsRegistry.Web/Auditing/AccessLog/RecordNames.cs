using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Numbers.GettingDetails;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Web.Firearms;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Auditing.AccessLog;

/// <summary>
/// What the records of the access log are called, as far as an auditor may see it: arms, trace requests and number series. The name of a person is nothing
/// for him. Read once while the page stands open, and a few at a time.
/// </summary>
internal sealed class RecordNames(UseCases cases) : IDisposable
{
    private readonly Dictionary<Guid, RecordName?> _known = [];
    private readonly SemaphoreSlim _turns = new(4);

    /// <summary>The name and the page of a record; null where there is none for the reader.</summary>
    public async Task<RecordName?> OfAsync(RecordKind kind, Guid id, CancellationToken token)
    {
        if (kind == RecordKind.Party)
            return null;
        if (_known.TryGetValue(id, out var known))
            return known;
        await _turns.WaitAsync(token);
        try
        {
            return _known[id] = kind switch
            {
                RecordKind.TraceRequest => await TraceRequestAsync(id, token),
                RecordKind.NumberSeries => await NumberSeriesAsync(id, token),
                RecordKind.Any => await FirearmAsync(id, token) ?? await TraceRequestAsync(id, token) ?? await NumberSeriesAsync(id, token),
                _ => await FirearmAsync(id, token),
            };
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<RecordName?> FirearmAsync(Guid id, CancellationToken token) =>
        (await cases.ReadAsync<FirearmDetails>("getFirearm", new { id }, token: token)).View is { } arm
            ? new RecordName($"/firearms/{id}", words => FirearmName.Of(arm.Description) is { Length: > 0 } name ? name : words["firearms.arm"])
            : null;

    private async Task<RecordName?> TraceRequestAsync(Guid id, CancellationToken token) =>
        (await cases.ReadAsync<TraceRequestDetails>("getTraceRequest", new { id }, token: token)).View is { } request
            ? new RecordName($"/trace-requests/{id}", words => words.List(words["tracing.one"], words.Of(request.Kind), words.Moment(request.RequestedAt)))
            : null;

    private async Task<RecordName?> NumberSeriesAsync(Guid id, CancellationToken token) =>
        (await cases.ReadAsync<NumberSeriesDetails>("getNumberSeries", new { id }, token: token)).View is { } series
            ? new RecordName($"/number-series/{id}", words => $"{words["marking.numbers.series"]} {series.Code}")
            : null;
}

/// <summary>What a record is called, and where it stands.</summary>
/// <param name="Address">The address of its page.</param>
/// <param name="In">Its name in a language.</param>
internal sealed record RecordName(string Address, Func<Words, string> In);
