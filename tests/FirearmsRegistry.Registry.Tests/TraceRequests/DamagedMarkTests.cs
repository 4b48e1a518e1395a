using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.Restoring;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Confirming;
using FirearmsRegistry.Registry.TraceRequests.Drafting;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests;

public sealed class DamagedMarkTests
{
    private static readonly ArmIdentification Lead = new(IdentificationBasis.DamagedMark, 1, null);

    [Theory]
    [InlineData(ReadingCertainty.Probable)]
    [InlineData(ReadingCertainty.Doubtful)]
    public void No_arm_is_identified_by_a_mark_that_was_not_read_with_certainty_even_where_it_equals_a_registered_one(ReadingCertainty certainty)
    {
        var item = Item(serial: "AB12345", certainty: certainty);
        Assert.True(ArmKeys.Of(item).All.IsEmpty);
        Assert.Equal(new ArmIdentification(IdentificationBasis.NothingToSearchBy, 0, null, MarksLeftOpen: true), Identified(item));
    }

    [Theory]
    [InlineData("AB1?345", false)]
    [InlineData("AB12345*", false)]
    [InlineData("A[B8]12345", false)]
    [InlineData("A[B?]12345", false)]
    [InlineData("AB12345", true)]
    public void A_notation_that_leaves_a_character_open_keeps_a_mark_from_identifying_however_certain_the_reader_is(string notation, bool identifies)
    {
        var item = Reread(mark => mark with { Notation = MarkReading.Parse(notation).GetOrThrow() });
        Assert.Equal(identifies, Identified(item).FirearmId == Arm);
        Assert.Equal(notation, item.Item.Marks[0].Reading.ToString());
    }

    [Theory]
    [InlineData("AB12345", ReadingCertainty.Doubtful, "AB12345", true)]
    [InlineData("AB12345", ReadingCertainty.Certain, "ZZ1", false)]
    [InlineData(null, ReadingCertainty.Certain, "ZZ1", false)]
    public void What_cannot_be_looked_up_awaits_a_person_and_what_was_looked_up_in_vain_does_not(
        string? serial, ReadingCertainty certainty, string registered, bool awaits)
    {
        Assert.Equal(awaits, Identified(Item(serial: serial, certainty: certainty), Registered(registered)).AwaitsPerson);
        Assert.False(Identified(Item(serial: "AB12345")).AwaitsPerson);
    }

    [Fact]
    public void A_number_looked_up_in_vain_awaits_a_person_where_another_mark_is_worn()
    {
        var item = Reread(mark => mark with { Certainty = ReadingCertainty.Doubtful }, mark => OnSlide(mark, "CD777"));

        var identified = Identified(item, Registered("ZZ1"));

        Assert.Equal((IdentificationBasis.NothingFits, true), (identified.Basis, identified.AwaitsPerson));
    }

    [Fact]
    public void A_mark_that_was_read_with_certainty_identifies() =>
        Assert.Equal(new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm), Identified(Item(serial: "AB12345")));

    [Theory]
    [InlineData(null, true)]
    [InlineData(RestorationMethod.Visual, true)]
    [InlineData(RestorationMethod.MagneticParticle, false)]
    [InlineData(RestorationMethod.EddyCurrent, false)]
    [InlineData(RestorationMethod.Etching, false)]
    public void Only_a_mark_that_was_read_with_the_eye_identifies(RestorationMethod? method, bool identifies) =>
        Assert.Equal(identifies ? new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm) : Lead,
            Identified(Reread(mark => mark with { How = new MarkExamination(method) })));

    [Theory]
    [InlineData(MarkingState.Erased)]
    [InlineData(MarkingState.Altered)]
    public void A_mark_on_an_arm_whose_marks_were_erased_or_altered_gives_a_lead_however_clear_it_is(MarkingState marking) =>
        Assert.Equal(Lead, Identified(Item(serial: "AB12345", marking: marking)));

    [Fact]
    public void What_a_laboratory_restored_gives_a_lead() => Assert.Equal(Lead, Identified(Restored("AB12345")));

    [Fact]
    public void A_registered_mark_that_a_laboratory_restored_gives_a_lead() =>
        Assert.Equal(Lead, Identified(Item(serial: "AB12345"), Registered("AB12345") with { Restored = true }));

    [Fact]
    public void A_mark_that_fits_only_by_look_alike_characters_gives_a_lead() =>
        Assert.Equal(new ArmIdentification(IdentificationBasis.FoldedKey, 1, null), Identified(Item(serial: "AB12345"), Registered("A812345")));

    [Fact]
    public void An_undamaged_mark_identifies_nothing_where_a_restored_one_points_to_another_arm()
    {
        var item = Reread(mark => mark, further: mark => mark with
        {
            Text = MarkText.Parse("CD777").GetOrThrow(),
            Serial = MarkText.Parse("CD777").GetOrThrow(),
            How = new MarkExamination(RestorationMethod.Etching),
        });
        Assert.Equal(new ArmIdentification(IdentificationBasis.SeveralFit, 2, null),
            Identified(item, Registered("AB12345"), Registered("CD777") with { FirearmId = Guid.CreateVersion7() }));
    }

    [Theory]
    [InlineData(ComponentKind.Frame, true)]
    [InlineData(ComponentKind.Receiver, true)]
    [InlineData(ComponentKind.LowerReceiver, true)]
    [InlineData(ComponentKind.Slide, false)]
    [InlineData(ComponentKind.Barrel, false)]
    [InlineData(ComponentKind.Other, false)]
    public void Only_a_mark_on_frame_or_receiver_identifies(ComponentKind component, bool identifies)
    {
        var expected = identifies ? new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm) : Lead;
        Assert.Equal(expected, Identified(Reread(mark => mark with { Component = component })));
        Assert.Equal(Lead, Identified(Reread(mark => mark with { Component = component }), Registered("AB12345") with { OnFrame = false }));
    }

    [Theory]
    [InlineData("AB?23", ReadingCertainty.Certain)]
    [InlineData(null, ReadingCertainty.Doubtful)]
    public void A_clear_number_on_slide_or_barrel_is_a_lead_where_that_of_the_frame_is_worn(string? notation, ReadingCertainty certainty)
    {
        var item = Reread(
            mark => mark with { Certainty = certainty, Notation = notation is null ? null : MarkReading.Parse(notation).GetOrThrow() },
            mark => OnSlide(mark, "CD777"));
        Assert.Equal(Lead, Identified(item, Registered("CD777")));
        Assert.Equal(Lead, Identified(item, Registered("CD777") with { OnFrame = false }));
    }

    [Theory]
    [InlineData("AB12345", null, true)]
    [InlineData("CD777", null, false)]
    [InlineData("AB-12345", "AB?12?45", true)]
    [InlineData("AB", "AB*", true)]
    [InlineData("CD", "CD*", false)]
    [InlineData("A812345", "A[3?]12345", true)]
    [InlineData("A312345", "A[38]12345", true)]
    [InlineData("A312345", "A[37]12345", false)]
    public void A_number_on_another_part_that_cannot_be_the_registered_one_makes_a_lead(string slide, string? notation, bool fits)
    {
        var item = Reread(mark => mark, mark => OnSlide(mark, slide) with { Notation = notation is null ? null : MarkReading.Parse(notation).GetOrThrow() });
        Assert.Equal(fits ? new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm) : Lead, Identified(item));
    }

    [Fact]
    public void Another_part_s_own_number_that_is_registered_for_the_same_arm_and_a_name_on_it_speak_against_nothing()
    {
        var item = Reread(mark => mark, mark => OnSlide(mark, "CD777"));
        Assert.Equal(Arm, Identified(item, Registered("AB12345"), Registered("CD777") with { OnFrame = false }).FirearmId);
        Assert.Equal(Arm, Identified(Reread(mark => mark, mark => mark with
        {
            Text = MarkText.Parse("EXAMPLE ARMS MODEL 9").GetOrThrow(),
            Serial = null,
            Component = ComponentKind.Slide,
        })).FirearmId);
    }

    [Theory]
    [InlineData(ComponentKind.Barrel, true, true)]
    [InlineData(ComponentKind.Barrel, false, false)]
    public void A_national_number_identifies_on_any_part(ComponentKind component, bool isNational, bool identifies)
    {
        var item = Reread(mark => mark with { Kind = MarkKind.NationalNumber, Serial = null, Component = component });
        var registered = Numbered("AB12345") with { OnFrame = false, IsNational = isNational, SerialExact = null, SerialFolded = null };
        Assert.Equal(identifies ? new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm) : Lead, Identified(item, registered));
    }

    [Theory]
    [InlineData(true, null, false)]
    [InlineData(false, null, false)]
    [InlineData(true, "EXAMPLEARMS", true)]
    [InlineData(false, "EXAMPLEARMS", true)]
    public void A_number_alone_identifies_only_with_maker_or_country_whether_given_as_text_or_as_number(bool asSerial, string? maker, bool identifies)
    {
        var item = Reread(mark => mark with { Serial = asSerial ? mark.Serial : null });
        var keys = ArmKeys.Of(item) with { MakerKey = maker, Country = null };
        foreach (var registered in new[] { Numbered("AB12345"), Numbered("AB12345") with { SerialExact = null, SerialFolded = null } })
        {
            Assert.Equal(identifies ? new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm) : Lead,
                ArmIdentification.Decide(item, keys, new RegisteredMarks([registered])));
        }
    }

    [Theory]
    [InlineData("EXAMPLE ARMS AB12345", true)]
    [InlineData("NR AB12345", false)]
    public void A_whole_mark_is_enough_by_itself_only_where_the_maker_s_name_is_part_of_it(string text, bool identifies)
    {
        var item = Reread(mark => mark with { Text = MarkText.Parse(text).GetOrThrow() });
        var key = SearchKey.Of(text);
        Assert.Equal(identifies ? new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm) : Lead,
            ArmIdentification.Decide(item, ArmKeys.Of(item) with { MakerKey = null, Country = null },
                new RegisteredMarks([Registered("AB12345") with { TextExact = key.ExactKey, TextFolded = key.FoldedKey }])));
    }

    [Fact]
    public void A_lead_ends_the_search_without_an_arm_and_a_person_who_confirms_it_gives_the_item_its_arm_and_line()
    {
        var item = Restored("AB12345");
        var request = Filed(item);
        var searched = Search(request, item, [], identified: Identified(item));
        Assert.Empty(searched.OfItem.OfType<SeizedItemIdentified>());
        Assert.Equal((TraceOutcome.InsufficientDescription, "1.6"), (request.Outcome!.Outcome, item.Outcome!.Line.Code()));

        var command = new ConfirmIdentification(request.Id, Arm, Long("The restored number and the barrel agree."), Long("Frame and barrel."));
        var chain = ChainBuilder.Build(Register(TraceCase.Registered()), item.Circumstances.IntakeOn);
        Fold(request, item, ConfirmIdentification.Decide(command, request, item, chain, HolderStanding.Unknown, [], DueAt).Value);
        Assert.Equal((Arm, TraceOutcome.TracedToHolder, "1.2"), (item.FirearmId, request.Outcome!.Outcome, item.Outcome!.Line.Code()));
    }

    [Fact]
    public void A_mark_that_identifies_nothing_here_is_not_told_as_certain_to_another_State_and_what_was_restored_is_told()
    {
        Assert.Equal(ReadingCertainty.Certain, Assert.Single(DraftOutboundTrace.ArmOf(Item(serial: "AB12345")).Marks).Certainty);
        var etched = DraftOutboundTrace.ArmOf(Reread(mark => mark with { How = new MarkExamination(RestorationMethod.Etching) }));
        var restored = DraftOutboundTrace.ArmOf(Restored("AB12345"));
        Assert.All(etched.Marks.Concat(restored.Marks), mark => Assert.Equal((ReadingCertainty.Probable, "AB12345"), (mark.Certainty, mark.Serial.ToString())));
        Assert.True(ArmKeys.Of(restored).All.IsEmpty);
    }

    [Fact]
    public void Another_State_is_told_how_a_mark_was_read_and_not_by_whom()
    {
        var how = new MarkExamination(RestorationMethod.MagneticParticle, Short("A. Examiner"), IntakeOn, false);
        Assert.Equal(how with { Examiner = null }, DraftOutboundTrace.ArmOf(Reread(mark => mark with { How = how })).Marks[0].How);
        Assert.Null(DraftOutboundTrace.ArmOf(Reread(mark => mark with { How = new MarkExamination(Examiner: how.Examiner) })).Marks[0].How);
    }

    [Fact]
    public void What_was_restored_is_told_on_no_part_that_nobody_recorded_and_with_how_it_was_restored()
    {
        var restored = Assert.Single(DraftOutboundTrace.ArmOf(Restored("AB12345")).Marks);
        Assert.Equal((MarkKind.Manufacture, ComponentKind.Other), (restored.Kind, restored.Component));
        Assert.Equal(new MarkExamination(RestorationMethod.Etching, null, IntakeOn, true), restored.How);
        Assert.Equal(MarkKind.Other, Assert.Single(DraftOutboundTrace.ArmOf(Restored("AB12345", numbered: false)).Marks).Kind);
    }

    private static ArmIdentification Identified(SeizedItem item, params RegisteredMark[] registered) =>
        ArmIdentification.Decide(item, ArmKeys.Of(item), new RegisteredMarks(registered.Length > 0 ? registered : [Registered("AB12345")]));

    private static RegisteredMark Registered(string serial)
    {
        var key = SearchKey.Of(serial);
        return new RegisteredMark(Arm, "X" + key.ExactKey, "X" + key.FoldedKey, key.ExactKey, key.FoldedKey, "EXAMPLEARMS", "ESP");
    }

    private static RegisteredMark Numbered(string number)
    {
        var key = SearchKey.Of(number);
        return Registered(number) with { TextExact = key.ExactKey, TextFolded = key.FoldedKey };
    }

    private static MarkAsRead OnSlide(MarkAsRead mark, string serial) => mark with
    {
        Text = MarkText.Parse(serial).GetOrThrow(),
        Serial = MarkText.Parse(serial).GetOrThrow(),
        Component = ComponentKind.Slide,
    };

    private static SeizedItem Reread(Func<MarkAsRead, MarkAsRead> again, Func<MarkAsRead, MarkAsRead>? further = null)
    {
        var item = Item(serial: "AB12345");
        var mark = item.Item.Marks[0];
        MarkAsRead[] marks = further is null ? [again(mark)] : [again(mark), further(mark)];
        item.Apply(new SeizedItemCorrected(item.Item, item.Item with { Marks = marks }, Long("Read again.")));
        return item;
    }

    private static SeizedItem Restored(string serial, bool numbered = true)
    {
        var item = Item(serial: null, marking: MarkingState.Erased);
        var restored = RestoreSeizedMarks.Decide(item, new RestoreSeizedMarks(Guid.CreateVersion7(), Guid.CreateVersion7(),
            MarkText.Parse($"EXAMPLE ARMS {serial}").GetOrThrow(), numbered ? MarkText.Parse(serial).GetOrThrow() : null, true, RestorationMethod.Etching, true,
            Short("LAB-1"), IntakeOn), [], DueAt).Value;
        Fold(new TraceRequest(), item, new TraceDecision([], restored));
        return item;
    }
}
