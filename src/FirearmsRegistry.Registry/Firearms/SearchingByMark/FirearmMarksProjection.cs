using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Firearms.SearchingByMark;

/// <summary>Keeps <c>firearm_identity</c> and <c>firearm_mark</c> in step with the events, in their transaction.</summary>
public sealed partial class FirearmMarksProjection : EventProjection
{
    private const string InsertMark =
        """
        insert into registry.firearm_mark (mark_id, firearm_id, kind, component, text, text_exact, text_folded, serial, serial_exact, serial_folded)
        values (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''))
        """;

    private const string UpsertRestored =
        """
        insert into registry.firearm_mark (mark_id, firearm_id, kind, component, text, text_exact, text_folded, restored)
        select mark_id, firearm_id, kind, component, ?, ?, ?, true from registry.firearm_mark where mark_id = ? and not restored
        on conflict (mark_id, restored) do update set text = excluded.text, text_exact = excluded.text_exact, text_folded = excluded.text_folded,
            changed_xid = pg_current_xact_id()
        """;

    private const string UpsertIdentity =
        """
        insert into registry.firearm_identity (firearm_id, maker, maker_key, model, model_key, country, calibre, year)
        values (?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, 0))
        on conflict (firearm_id) do update set maker = excluded.maker, maker_key = excluded.maker_key, model = excluded.model,
            model_key = excluded.model_key, country = excluded.country, calibre = excluded.calibre, year = excluded.year,
            changed_xid = pg_current_xact_id()
        """;

    /// <summary>A rebuild starts from empty tables.</summary>
    public FirearmMarksProjection()
    {
        Name = "firearm_marks";
        Options.DeleteDataInTableOnTeardown("registry.firearm_identity");
        Options.DeleteDataInTableOnTeardown("registry.firearm_mark");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<FirearmRegistered> happened, IDocumentOperations operations) =>
        KeepIdentity(operations, happened.StreamId, happened.Data.Description);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<FirearmCorrected> happened, IDocumentOperations operations) =>
        KeepIdentity(operations, happened.StreamId, happened.Data.After);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkApplied> happened, IDocumentOperations operations) =>
        AddMark(operations, happened.StreamId, happened.Data.MarkId, happened.Data.Mark);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkRecorded> happened, IDocumentOperations operations) =>
        AddMark(operations, happened.StreamId, happened.Data.MarkId, happened.Data.Mark);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkRestored> happened, IDocumentOperations operations)
    {
        var key = SearchKey.Of(happened.Data.RestoredText);
        operations.QueueSqlCommand(
            UpsertRestored, happened.Data.RestoredText.ToString(), key.ExactKey, key.FoldedKey, happened.Data.MarkId);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkVoided> happened, IDocumentOperations operations) =>
        operations.QueueSqlCommand("update registry.firearm_mark set voided = true, changed_xid = pg_current_xact_id() where mark_id = ?", happened.Data.MarkId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<NationalNumberNeeded> happened, IDocumentOperations operations) =>
        operations.QueueSqlCommand("update registry.firearm_identity set number_needed = true where firearm_id = ?", happened.StreamId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<FirearmReportedLost> happened, IDocumentOperations operations) =>
        Alert(operations, happened.StreamId, Codes.Of(happened.Data.Kind), happened.UserName ?? "");

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<FirearmRecovered> happened, IDocumentOperations operations) => Alert(operations, happened.StreamId, "", "");

    private static void Alert(IDocumentOperations operations, Guid firearm, string alert, string reportedBy) => operations.QueueSqlCommand(
        "update registry.firearm_identity set alert = nullif(?, ''), alert_by = nullif(?, '') where firearm_id = ?", alert, reportedBy, firearm);

    private static void KeepIdentity(IDocumentOperations operations, Guid firearm, FirearmDescription description)
    {
        operations.QueueSqlCommand(UpsertIdentity, firearm,
            description.Maker.TryGet(out var maker) ? maker.ToString() : "", MarkSearchKeys.OfName(description.Maker) ?? "",
            description.Model.TryGet(out var model) ? model.ToString() : "", MarkSearchKeys.OfName(description.Model) ?? "",
            description.ManufactureCountry.TryGet(out var country) ? country.ToString() : "",
            description.Calibre.TryGet(out var calibre) ? calibre.ToString() : "",
            description.YearOfManufacture.TryGet(out var year) ? year : 0);
    }

    private static void AddMark(IDocumentOperations operations, Guid firearm, Guid id, PhysicalMark mark)
    {
        var whole = SearchKey.Of(mark.Text);
        var serial = mark.Serial is { } text ? SearchKey.Of(text) : new SearchKey("", "");
        operations.QueueSqlCommand(InsertMark, id, firearm, Codes.Of(mark.Kind), Codes.Of(mark.Component), mark.Text.ToString(),
            whole.ExactKey, whole.FoldedKey, mark.Serial?.ToString() ?? "", serial.ExactKey, serial.FoldedKey);
        if (mark.Kind == MarkKind.NationalNumber)
            operations.QueueSqlCommand("update registry.firearm_identity set number_needed = false where firearm_id = ? and number_needed", firearm);
    }
}
