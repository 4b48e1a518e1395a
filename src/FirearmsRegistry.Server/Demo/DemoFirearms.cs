using System.Globalization;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Losing;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Firearms.Registering;
using FirearmsRegistry.Registry.Firearms.Transferring;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Server.Demo;

/// <summary>The lives of the demo's registered arms, each act decided by the register's own decisions.</summary>
internal static class DemoFirearms
{
    private static readonly DateOnly Registered = new(2016, 5, 1);
    private static readonly DateOnly Diverted = new(2018, 9, 15);

    /// <summary>The events of one arm's life up to its seizure.</summary>
    public static Result<IReadOnlyList<object>> LifeOf(PlannedArm arm, MarkPolicy policy, DateTimeOffset now)
    {
        var registration = new RegisterFirearm(DemoIds.Firearm(arm.Index), FirearmOrigin.LegacyRecord, Description(arm),
            Known.Of(DemoParties.HolderOf(arm)), DemoWords.Day(Registered), Mark(arm), null);
        if (RegisterFirearm.Decide(registration, [], policy, now).Refused(out var refusal, out var events))
            return refusal;
        var firearm = new Firearm();
        firearm.Apply((FirearmRegistered)events[0]);
        firearm.Apply((MarkRecorded)events[1]);
        return Diversion(arm, firearm, policy, now).Map<IReadOnlyList<object>>(further => [.. events, .. further]);
    }

    private static Result<IReadOnlyList<object>> Diversion(PlannedArm arm, Firearm firearm, MarkPolicy policy, DateTimeOffset now) => arm.Story switch
    {
        ArmStory.Stolen => Loss(arm, firearm, LossKind.Stolen, now),
        ArmStory.Lost => Loss(arm, firearm, LossKind.Lost, now),
        ArmStory.PassedOn => Loss(arm, firearm, LossKind.UnlawfullyTransferred, now),
        ArmStory.ExportConfirmed or ArmStory.ExportDenied or ArmStory.ExportUnanswered => TransferFirearm.Decide(firearm,
            new TransferFirearm(DemoIds.Firearm(arm.Index), DemoIds.Transfer(arm.Index), new TransferEntry(TransferKind.Export,
                Known.Of(DemoParties.HolderOf(arm)), Known<Guid>.Unknown,
                DemoWords.Text(string.Create(CultureInfo.InvariantCulture, $"Export licence {arm.Index:D5}")), DemoWords.Destination(arm.Index),
                DemoWords.Day(Diverted))),
            policy, now).Map<IReadOnlyList<object>>(transferred => [transferred]),
        ArmStory.HeldByPossessor or ArmStory.DealerStock or ArmStory.NotRegistered => Result.Of<IReadOnlyList<object>>([]),
    };

    private static Result<IReadOnlyList<object>> Loss(PlannedArm arm, Firearm firearm, LossKind kind, DateTimeOffset now) =>
        ReportFirearmLost.Decide(firearm,
            new ReportFirearmLost(DemoIds.Firearm(arm.Index), DemoIds.Loss(arm.Index), kind, Known.Of(DemoWords.Day(Diverted)),
                DemoWords.Day(Diverted.AddDays(2)), DemoWords.Text(string.Create(CultureInfo.InvariantCulture, $"Report {arm.Index:D5}"))),
            now).Map<IReadOnlyList<object>>(reported => [reported]);

    private static FirearmDescription Description(PlannedArm arm) => new(arm.Type, Known.Of(DemoWords.Text(DemoWords.Maker(arm.Index))),
        Known.Of(DemoWords.Spain), Known.Of(DemoWords.Text("M1")), DemoWords.Calibre(arm.Type), Known.Of(DemoWords.YearMade(arm.Index)),
        arm.Condition, false);

    private static NewMark Mark(PlannedArm arm) => new(DemoIds.Mark(arm.Index),
        new PhysicalMark(MarkKind.Manufacture, DemoWords.WholeMark(arm.Index, DemoWords.YearMade(arm.Index)), DemoWords.Serial(arm.Index),
            ComponentKind.Frame, DemoWords.Text("left side"), true, MarkMethod.Stamping, Known<Millimetres>.Unknown, Known<Millimetres>.Unknown,
            DemoWords.Spain, DemoWords.YearMade(arm.Index), DemoWords.Text(DemoWords.Maker(arm.Index))),
        false, DemoWords.Day(Registered));
}
