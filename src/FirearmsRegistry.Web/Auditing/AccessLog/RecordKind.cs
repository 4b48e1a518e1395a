namespace FirearmsRegistry.Web.Auditing.AccessLog;

/// <summary>What a record in the access log may be.</summary>
public enum RecordKind
{
    /// <summary>Told by nothing but the record itself.</summary>
    Any,

    /// <summary>A firearm.</summary>
    Firearm,

    /// <summary>A trace request.</summary>
    TraceRequest,

    /// <summary>A person or organisation.</summary>
    Party,

    /// <summary>A series of national numbers.</summary>
    NumberSeries,
}

/// <summary>What each act of the access log shows.</summary>
internal static class ShownKinds
{
    /// <summary>The kind of the records that an act shows.</summary>
    public static RecordKind Of(string action) => action switch
    {
        "search_firearms" or "search_candidates" or "read_related_arms" or "list_numbers" or "read_number" or "read_number_issue" => RecordKind.Firearm,
        "search_parties" or "read_party" or "read_party_history" or "list_diversion_networks" => RecordKind.Party,
        "read_trace_form" or "read_outbox_file" => RecordKind.TraceRequest,
        _ => RecordKind.Any,
    };
}
