namespace FirearmsRegistry.Registry.Access;

/// <summary>One thing that people may be allowed to do, and the roles that may.</summary>
/// <param name="Name">The policy's name in ASP.NET Core and in the API's description.</param>
/// <param name="Roles">Any of these suffices.</param>
/// <param name="RecordsFacts">Whether it writes: then a person must stand behind the token (client credentials alone do not do).</param>
/// <param name="InBrowser">Whether people look at it in a browser, signed in by the pages' cookie with a second factor.</param>
public sealed record AccessPolicy(string Name, IReadOnlyList<Role> Roles, bool RecordsFacts, bool InBrowser = false)
{
    /// <summary>Register and correct parties, and erase personal data lawfully.</summary>
    public static AccessPolicy RecordParties { get; } = Writing("record_parties", Role.Registrar);

    /// <summary>Search parties by name and read their personal data.</summary>
    public static AccessPolicy ReadParties { get; } = Reading("read_parties", Role.Registrar, Role.Investigator, Role.ContactPoint);

    /// <summary>See who recorded what of a party and when; the personal values only with <see cref="ReadParties"/> as well.</summary>
    public static AccessPolicy ReadPartyHistory { get; } =
        Reading("read_party_history", Role.Registrar, Role.Investigator, Role.ContactPoint, Role.Auditor);

    /// <summary>Register arms, transfers, losses, disposals and corrections.</summary>
    public static AccessPolicy RecordFirearms { get; } = Writing("record_firearms", Role.Registrar);

    /// <summary>Apply marks and record their verification.</summary>
    public static AccessPolicy RecordMarks { get; } = Writing("record_marks", Role.Registrar, Role.MarkingOperator);

    /// <summary>Record marks found altered or erased, and forensic restorations.</summary>
    public static AccessPolicy RecordFindings { get; } = Writing("record_findings", Role.Registrar, Role.Investigator);

    /// <summary>Read arms and search them by their marks.</summary>
    public static AccessPolicy ReadFirearms { get; } =
        Reading("read_firearms", Role.Registrar, Role.MarkingOperator, Role.Investigator, Role.ContactPoint, Role.Auditor);

    /// <summary>Open number series and issue national numbers.</summary>
    public static AccessPolicy IssueNumbers { get; } = Writing("issue_numbers", Role.Registrar, Role.MarkingOperator);

    /// <summary>Void national numbers.</summary>
    public static AccessPolicy VoidNumbers { get; } = Writing("void_numbers", Role.Registrar);

    /// <summary>Read number series and explain their gaps.</summary>
    public static AccessPolicy ReadNumbers { get; } = Reading("read_numbers", Role.Registrar, Role.MarkingOperator, Role.Auditor);

    /// <summary>Order marks, alone or in batches, and cancel orders.</summary>
    public static AccessPolicy OrderMarks { get; } = Writing("order_marks", Role.Registrar, Role.MarkingOperator);

    /// <summary>
    /// Claim, start, finish, read back and inspect marking jobs, pause batches: a person at a station, who signs in through its program.
    /// </summary>
    public static AccessPolicy RunMarkingJobs { get; } = Writing("run_marking_jobs", Role.MarkingOperator, Role.Registrar);

    /// <summary>Read marking jobs and wait for them; a station's program may do so by itself.</summary>
    public static AccessPolicy ReadMarkingJobs { get; } =
        Reading("read_marking_jobs", Role.Registrar, Role.MarkingOperator, Role.Auditor, Role.Station);

    /// <summary>Register marking stations.</summary>
    public static AccessPolicy ManageStations { get; } = Writing("manage_stations", Role.Administrator);

    /// <summary>Settle what stations' logs and the register tell differently.</summary>
    public static AccessPolicy ResolveLogConflicts { get; } = Writing("resolve_log_conflicts", Role.Registrar);

    /// <summary>See marking stations.</summary>
    public static AccessPolicy ReadStations { get; } =
        Reading("read_stations", Role.Registrar, Role.MarkingOperator, Role.Auditor, Role.Administrator, Role.Station);

    /// <summary>Have symbols written.</summary>
    public static AccessPolicy WriteSymbols { get; } = Reading("write_symbols", WhoWorksWithMarks);

    /// <summary>Have the symbols in a picture read; naming the arm needs <see cref="ReadFirearms"/> as well.</summary>
    public static AccessPolicy ReadSymbols { get; } = Reading("read_symbols", WhoWorksWithMarks);

    /// <summary>Have tags for seized items made.</summary>
    public static AccessPolicy MakeLabels { get; } = Reading("make_labels", Role.Investigator, Role.Registrar);

    /// <summary>Have tags for seized items printed: a person asks for them.</summary>
    public static AccessPolicy PrintLabels { get; } = Writing("print_labels", Role.Investigator, Role.Registrar);

    /// <summary>Issue and revoke certificates of firearms.</summary>
    public static AccessPolicy IssueCertificates { get; } = Writing("issue_certificates", Role.Registrar);

    /// <summary>Record seizures and their items.</summary>
    public static AccessPolicy RecordSeizures { get; } = Writing("record_seizures", Role.Investigator, Role.Registrar);

    /// <summary>Read seizures and their items.</summary>
    public static AccessPolicy ReadSeizures { get; } =
        Reading("read_seizures", Role.Investigator, Role.Registrar, Role.ContactPoint, Role.Auditor);

    /// <summary>Have an arm traced, withdraw the request, record that its origin was established otherwise.</summary>
    public static AccessPolicy RequestTraces { get; } = Writing("request_traces", Role.Investigator, Role.ContactPoint);

    /// <summary>Record the answers of other States.</summary>
    public static AccessPolicy AnswerTraces { get; } = Writing("answer_traces", Role.ContactPoint);

    /// <summary>Read trace requests and their chains.</summary>
    public static AccessPolicy ReadTraces { get; } =
        Reading("read_traces", Role.Investigator, Role.ContactPoint, Role.Registrar, Role.Auditor);

    /// <summary>Issue reports of traces.</summary>
    public static AccessPolicy IssueTraceReports { get; } = Writing("issue_trace_reports", Role.Investigator, Role.ContactPoint);

    /// <summary>See from which dealers and stocks arms were diverted again and again.</summary>
    public static AccessPolicy ReadDiversionNetworks { get; } =
        Reading("read_diversion_networks", Role.Investigator, Role.ContactPoint, Role.Auditor);

    /// <summary>See which documents other States are owed, and what was refused of theirs.</summary>
    public static AccessPolicy ReadExchange { get; } = Reading("read_exchange", Role.ContactPoint, Role.Auditor, Role.Administrator);

    /// <summary>Record national points of contact, their addresses, keys and agreements.</summary>
    public static AccessPolicy ManagePartners { get; } = Writing("manage_partners", Role.Administrator);

    /// <summary>Set calendars and clocks of national points of contact.</summary>
    public static AccessPolicy SetPartnerClocks { get; } = Writing("set_partner_clocks", Role.ContactPoint, Role.Administrator);

    /// <summary>Read national points of contact.</summary>
    public static AccessPolicy ReadPartners { get; } =
        Reading("read_partners", Role.ContactPoint, Role.Administrator, Role.Investigator, Role.Auditor);

    /// <summary>Send, receive, answer and close requests across borders, and record disclosures.</summary>
    public static AccessPolicy ExchangeTraces { get; } = Writing("exchange_traces", Role.ContactPoint);

    /// <summary>Read which information went to whom.</summary>
    public static AccessPolicy ReadDisclosures { get; } = Reading("read_disclosures", Role.ContactPoint, Role.Auditor);

    /// <summary>Read figures and the counts behind them: no person and no single case is in them.</summary>
    public static AccessPolicy ReadFigures { get; } = Reading("read_figures", Role.Statistician, Role.Auditor, Role.Investigator,
        Role.ContactPoint, Role.Registrar);

    /// <summary>See the cases behind a count, de-identified: no person is in them.</summary>
    public static AccessPolicy ReadFigureItems { get; } = Reading("read_figure_items", Role.Statistician, Role.Auditor);

    /// <summary>Have figures computed and stored.</summary>
    public static AccessPolicy ComputeFigures { get; } = Writing("compute_figures", Role.Statistician);

    /// <summary>Draft, review, publish and withdraw vintages of figures; a draft is reviewed by another person than its drafter.</summary>
    public static AccessPolicy PublishFigures { get; } = Writing("publish_figures", Role.Statistician);

    /// <summary>Read vintages before they are published, with the de-identified items that they rest on.</summary>
    public static AccessPolicy ReadVintages { get; } = Reading("read_vintages", Role.Statistician, Role.Auditor);

    /// <summary>Record and correct counts that come from elsewhere, such as persons by sex.</summary>
    public static AccessPolicy ImportCounts { get; } = Writing("import_counts", Role.Statistician);

    /// <summary>Read the catalogues and look up texts in them: no arm and no person is in them.</summary>
    public static AccessPolicy ReadCatalogues { get; } =
        Reading("read_catalogues", [.. WhoWorksWithMarks, Role.Statistician, Role.Auditor, Role.Administrator]);

    /// <summary>Add, correct, withdraw and import entries of the catalogues.</summary>
    public static AccessPolicy RecordCatalogues { get; } = Writing("record_catalogues", Role.Administrator, Role.Registrar);

    /// <summary>Read the access log.</summary>
    public static AccessPolicy ReadAccessLog { get; } = Reading("read_access_log", Role.Auditor);

    /// <summary>Read the events of records as they were recorded.</summary>
    public static AccessPolicy ReadRecordedEvents { get; } = Reading("read_recorded_events", Role.Auditor);

    /// <summary>Invite, disable and give roles to users.</summary>
    public static AccessPolicy ManageUsers { get; } = Writing("manage_users", Role.Administrator);

    /// <summary>See users and their roles.</summary>
    public static AccessPolicy ReadUsers { get; } = Reading("read_users", Role.Administrator, Role.Auditor);

    /// <summary>Read one's own notices.</summary>
    public static AccessPolicy ReadNotices { get; } = Reading("read_notices", Everybody);

    /// <summary>Mark one's own notices as read.</summary>
    public static AccessPolicy MarkNoticesRead { get; } = Writing("mark_notices_read", Everybody);

    /// <summary>See how much waits for oneself.</summary>
    public static AccessPolicy SeeWaiting { get; } = Reading("see_waiting", Everybody);

    /// <summary>Watch an arm, and end one's own watch.</summary>
    public static AccessPolicy WatchArms { get; } = Writing("watch_arms", Role.Investigator, Role.Registrar, Role.ContactPoint);

    /// <summary>See one's own watches; auditors see all.</summary>
    public static AccessPolicy ReadWatches { get; } =
        Reading("read_watches", Role.Investigator, Role.Registrar, Role.ContactPoint, Role.Auditor);

    /// <summary>Register, end and enable webhooks.</summary>
    public static AccessPolicy ManageWebhooks { get; } = Writing("manage_webhooks", Role.Administrator);

    /// <summary>See webhooks and what came of their deliveries.</summary>
    public static AccessPolicy ReadWebhooks { get; } = Reading("read_webhooks", Role.Administrator, Role.Auditor);

    /// <summary>Look at the jobs.</summary>
    public static AccessPolicy SeeJobs { get; } = Reading("see_jobs", Role.Administrator) with { InBrowser = true };

    /// <summary>Every policy, for registration and for the test that walks all endpoints.</summary>
    public static IReadOnlyList<AccessPolicy> All { get; } =
    [
        RecordParties, ReadParties, ReadPartyHistory, RecordFirearms, RecordMarks, RecordFindings, ReadFirearms, IssueNumbers, VoidNumbers, ReadNumbers,
        OrderMarks, RunMarkingJobs, ReadMarkingJobs, ManageStations, ResolveLogConflicts, ReadStations,
        WriteSymbols, ReadSymbols, MakeLabels, PrintLabels, IssueCertificates,
        RecordSeizures, ReadSeizures, RequestTraces, AnswerTraces, ReadTraces, IssueTraceReports, ReadDiversionNetworks,
        ManagePartners, SetPartnerClocks, ReadPartners, ExchangeTraces, ReadDisclosures, ReadExchange,
        ReadFigures, ReadFigureItems, ComputeFigures, PublishFigures, ReadVintages, ImportCounts, ReadAccessLog, ReadRecordedEvents, ManageUsers, ReadUsers, SeeJobs,
        ReadNotices, MarkNoticesRead, SeeWaiting, WatchArms, ReadWatches, ManageWebhooks, ReadWebhooks,
        ReadCatalogues, RecordCatalogues,
    ];

    private static Role[] Everybody =>
    [
        Role.Registrar, Role.MarkingOperator, Role.Investigator, Role.ContactPoint, Role.Statistician, Role.Auditor, Role.Administrator,
    ];

    private static Role[] WhoWorksWithMarks => [Role.Registrar, Role.MarkingOperator, Role.Investigator, Role.ContactPoint, Role.Station];

    private static AccessPolicy Writing(string name, params Role[] roles) => new(name, roles, RecordsFacts: true);

    private static AccessPolicy Reading(string name, params Role[] roles) => new(name, roles, RecordsFacts: false);
}
