using System.Text;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.Batching;
using FirearmsRegistry.Registry.MarkingJobs.Ordering;
using FirearmsRegistry.Registry.MarkingJobs.ReadingBack;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Tests.Firearms;

namespace FirearmsRegistry.Registry.Tests.MarkingJobs;

public sealed class OrderingTests
{
    private static OrderedMark ImportMark { get; } = JobCase.NumberMark with
    {
        Kind = MarkKind.Import,
        Text = MarkText.Parse("ES 26").GetOrThrow(),
        Country = Arms.Country("ESP"),
        Year = 2026,
    };

    [Fact]
    public void An_order_with_a_number_holds_the_printed_form_and_the_authoritys_payload()
    {
        var events = Decide(JobCase.Order(), JobCase.Number).Value;

        var ordered = Assert.IsType<MarkingOrdered>(events[0]);
        Assert.Equal(JobCase.Printed, ordered.Mark.Text);
        Assert.Equal($"[)>\u001E06\u001D25SDA1B2C{JobCase.Number}\u001E\u0004", Encoding.ASCII.GetString(ordered.Payload!.Value.ToBytes()));
        Assert.Equal(new MarkingNumberReserved(JobCase.Number), events[1]);
    }

    [Fact]
    public void A_small_part_has_the_bare_number_and_a_text_alone_has_no_symbol()
    {
        Assert.Equal(HexBytes.Of(JobCase.Number.ToString()), ((MarkingOrdered)Decide(JobCase.Order(payload: PayloadKind.BareNumber), JobCase.Number).Value[0]).Payload);
        Assert.Null(((MarkingOrdered)Decide(JobCase.Order(payload: PayloadKind.None), JobCase.Number).Value[0]).Payload);
    }

    [Fact]
    public void A_mark_without_a_number_is_ordered_with_its_text()
    {
        var order = JobCase.Order(ImportMark, PayloadKind.None) with { SeriesId = null };

        Assert.Null(OrderMarking.Check(order, JobCase.Settings));
        Assert.Equal(MarkText.Parse("ES 26").GetOrThrow(), Assert.IsType<MarkingOrdered>(Assert.Single(Decide(order, null).Value)).Mark.Text);
    }

    public static TheoryData<string, OrderMarking, string, string> Misfits => new()
    {
        { "neither series nor number", JobCase.Order() with { SeriesId = null }, "marking-order-does-not-fit", "/seriesId" },
        { "series and number", JobCase.Order() with { Number = JobCase.Number }, "marking-order-does-not-fit", "/seriesId" },
        { "a number with a text", JobCase.Order(JobCase.NumberMark with { Text = JobCase.Printed }), "marking-order-does-not-fit", "/mark/text" },
        { "an import mark from a series", JobCase.Order(ImportMark, PayloadKind.None), "marking-order-does-not-fit", "/mark/kind" },
        {
            "an import mark without a text", JobCase.Order(ImportMark with { Text = null }, PayloadKind.None) with { SeriesId = null },
            "marking-order-does-not-fit", "/mark/text"
        },
        { "an import mark with a symbol", JobCase.Order(ImportMark) with { SeriesId = null }, "marking-order-does-not-fit", "/payload" },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void An_order_that_does_not_fit_its_kind_is_refused(string what, OrderMarking order, string name, string pointer)
    {
        var refusal = OrderMarking.Check(order, JobCase.Settings);

        Assert.True(refusal?.Name == name && refusal.Errors[0].Pointer == pointer, what);
    }

    [Fact]
    public void A_registry_without_a_code_of_its_authority_orders_bare_numbers_only()
    {
        var settings = JobCase.Settings with { Authority = null };

        Assert.Equal("no-authority-code", OrderMarking.Check(JobCase.Order(), settings)?.Name);
        Assert.Null(OrderMarking.Check(JobCase.Order(payload: PayloadKind.BareNumber), settings));
    }

    [Fact]
    public void What_the_mark_policy_refuses_is_refused_before_anything_is_cut()
    {
        var tooSmall = JobCase.Order(JobCase.NumberMark with { HeightMm = Arms.Size(0.5m) });

        var refusal = Decide(tooSmall, JobCase.Number).Refusal;

        Assert.Equal(("mark-breaks-policy", "/mark/heightMm"), (refusal?.Name, refusal?.Errors[0].Pointer));
    }

    [Fact]
    public void A_look_alike_is_refused_before_anything_is_cut()
    {
        var decided = OrderMarking.Decide(JobCase.Arm(), JobCase.Order(), JobCase.Number, JobCase.Settings,
            [new LookAlike(Guid.CreateVersion7(Arms.Now), "AB1", null, null)], Arms.Policy, Arms.Now);

        Assert.Equal("look-alike", decided.Refusal?.Name);
    }

    [Fact]
    public void A_look_alike_is_ordered_with_a_reason_and_its_mark_is_recorded_with_it()
    {
        IReadOnlyList<LookAlike> others = [new LookAlike(JobCase.OtherStation, "AB1", null, null)];
        var reason = Arms.Reason("The maker used the number twice.");
        var order = JobCase.Order() with { ConfirmedDistinct = reason };

        var ordered = (MarkingOrdered)OrderMarking.Decide(
            JobCase.Arm(), order, JobCase.Number, JobCase.Settings, others, Arms.Policy, Arms.Now).Value[0];
        var marked = JobCase.Path(MarkingJobState.Marked).Select(happened => happened is MarkingOrdered ? ordered : happened);
        var read = ReadMarkBack.Decide(JobCase.Fold(marked), JobCase.Arm(), JobCase.Reading(), others, Arms.Policy, Arms.Now).Value;

        Assert.Equal(reason, ordered.ConfirmedDistinct);
        Assert.Equal([typeof(MarkApplied), typeof(NationalNumberNeeded), typeof(MarkVerified)], read.OfFirearm.Select(happened => happened.GetType()));
        Assert.Equal(reason, ((NationalNumberNeeded)read.OfFirearm[1]).Reason);
    }

    [Fact]
    public void A_look_alike_that_was_registered_after_the_order_is_accepted_with_a_reason_at_the_reading()
    {
        IReadOnlyList<LookAlike> others = [new LookAlike(JobCase.OtherStation, "AB1", null, null)];
        Result<MarkingDecision> Read(ReadMarkBack reading) =>
            ReadMarkBack.Decide(JobCase.In(MarkingJobState.Marked), JobCase.Arm(), reading, others, Arms.Policy, Arms.Now);

        Assert.Equal("look-alike", Read(JobCase.Reading()).Refusal?.Name);
        Assert.Null(Read(JobCase.Reading() with { ConfirmedDistinct = Arms.Reason("Another arm.") }).Refusal);
    }

    [Fact]
    public void A_batch_collects_what_is_wrong_with_each_arm_and_an_order_alone_is_refused_as_it_is()
    {
        var inBatch = JobCase.Order() with { BatchId = JobCase.Job };
        var (batch, alone) = (new UnfitArms([inBatch, inBatch]), new UnfitArms([JobCase.Order()]));

        Assert.Null(batch.Refusal);
        Assert.True(batch.Take(1, FirearmErrors.IsDestroyed));
        Assert.False(batch.Take(0, FirearmErrors.PolicyBroken([new InputError("/mark/heightMm", "0.5", "Too small.")])));
        Assert.False(alone.Take(0, FirearmErrors.IsDestroyed));
        Assert.Equal(("firearms-unfit-for-batch", "/firearmIds/1"), (batch.Refusal!.Name, Assert.Single(batch.Refusal.Errors).Pointer));
    }

    [Fact]
    public void An_arm_in_quarantine_gets_no_further_order_no_transfer_and_no_mark_by_hand()
    {
        var arm = JobCase.Arm(Arms.Applied(), Arms.Verified(), new FirearmQuarantined(JobCase.Job, Arms.Reason("Unknown mark.")));
        var transfer = new Registry.Firearms.Transferring.TransferFirearm(
            Guid.CreateVersion7(Arms.Now), Guid.CreateVersion7(Arms.Now), Arms.Entry(TransferKind.Sale));

        var ordered = OrderMarking.Decide(arm, JobCase.Order(), JobCase.Number, JobCase.Settings, [], Arms.Policy, Arms.Now);
        var transferred = Registry.Firearms.Transferring.TransferFirearm.Decide(arm, transfer, Arms.Policy, Arms.Now);

        Assert.Equal(("firearm-quarantined", "firearm-quarantined"), (ordered.Refusal?.Name, transferred.Refusal?.Name));
        Assert.Equal([JobCase.Job], (List<Guid>)ordered.Refusal!.Extensions["markingJobIds"]!);
        arm.Apply(new FirearmQuarantineEnded(JobCase.Job, Arms.Reason("Nothing was cut.")));
        Assert.Null(Registry.Firearms.Transferring.TransferFirearm.Decide(arm, transfer, Arms.Policy, Arms.Now).Refusal);
    }

    [Fact]
    public void A_batch_orders_one_job_per_firearm_in_its_order()
    {
        var firearms = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7(Arms.Now)).ToList();

        var orders = OrderMarkingBatchEndpoint.OrdersOf(MarkingJobExamples.Batch with { FirearmIds = firearms }, JobCase.Job, Arms.Now).Value;

        Assert.Equal(firearms, orders.Select(order => order.FirearmId));
        Assert.Equal(orders.Select(order => order.JobId.ToString()).Order(StringComparer.Ordinal), orders.Select(order => order.JobId.ToString()));
        Assert.All(orders, order => Assert.Equal(JobCase.Job, order.BatchId));
    }

    [Fact]
    public void A_batch_names_one_to_a_thousand_firearms_each_once()
    {
        Refusal? Refused(params Guid[] firearms) =>
            OrderMarkingBatchEndpoint.OrdersOf(MarkingJobExamples.Batch with { FirearmIds = firearms }, JobCase.Job, Arms.Now).Refusal;

        Assert.Equal("/firearmIds", Refused()?.Errors[0].Pointer);
        Assert.Equal("/firearmIds", Refused([.. Enumerable.Range(0, 1001).Select(_ => Guid.CreateVersion7(Arms.Now))])?.Errors[0].Pointer);
        Assert.Null(Refused([.. Enumerable.Range(0, 1000).Select(_ => Guid.CreateVersion7(Arms.Now))]));
        Assert.Equal("/firearmIds/2", Refused(JobCase.Job, JobCase.Station, JobCase.Job)?.Errors[0].Pointer);
    }

    [Fact]
    public void A_batch_is_paused_and_resumed_in_turns()
    {
        var batch = new MarkingBatch();

        Assert.Equal("marking-batch-not-paused", PauseMarkingBatch.DecideResumption(batch, null).Refusal?.Name);
        batch.Apply((MarkingBatchPaused)PauseMarkingBatch.DecidePause(batch, Arms.Reason("Worn.")).Value[0]);
        Assert.Equal("marking-batch-paused", PauseMarkingBatch.DecidePause(batch, Arms.Reason("Worn.")).Refusal?.Name);
        batch.Apply((MarkingBatchResumed)PauseMarkingBatch.DecideResumption(batch, null).Value[0]);
        Assert.Equal((false, null), (batch.Paused, batch.PausedBecause));
    }

    private static Result<IReadOnlyList<object>> Decide(OrderMarking order, NationalNumber? number) =>
        OrderMarking.Decide(JobCase.Arm(), order, number, JobCase.Settings, [], Arms.Policy, Arms.Now);
}
