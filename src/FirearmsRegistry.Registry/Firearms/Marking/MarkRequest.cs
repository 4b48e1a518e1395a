using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms.Marking;

/// <summary>A mark in a request body.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">Exactly as marked.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Location">Where on the part.</param>
/// <param name="Exposed">Whether it can be read without tools or taking the arm apart.</param>
/// <param name="Method">How it was put there.</param>
/// <param name="HeightMm">Height of the characters in mm.</param>
/// <param name="DepthMm">Depth in mm.</param>
/// <param name="AppliedHere">True: applied under this registry's policy. False: found on the arm.</param>
/// <param name="On">When it was applied or seen.</param>
/// <param name="Id">Its id; given by the registry where left out.</param>
/// <param name="Serial">The maker's number inside a manufacture mark.</param>
/// <param name="Country">The country that the mark names.</param>
/// <param name="Year">The year that the mark names.</param>
/// <param name="Maker">The maker that the mark names.</param>
/// <param name="Symbol">What the symbol in the mark shows, in words.</param>
/// <param name="Scheme">How a maker's mark identifies.</param>
/// <param name="MethodOverride">Why a method is used that the policy advises against.</param>
internal sealed record MarkRequest(
    MarkKind Kind,
    MarkText Text,
    ComponentKind Component,
    ShortText Location,
    bool Exposed,
    MarkMethod Method,
    Known<Millimetres> HeightMm,
    Known<Millimetres> DepthMm,
    bool AppliedHere,
    PartialDate On,
    Guid? Id = null,
    MarkText? Serial = null,
    CountryCode? Country = null,
    int? Year = null,
    ShortText? Maker = null,
    ShortText? Symbol = null,
    MarkScheme Scheme = MarkScheme.Classic,
    Note? MethodOverride = null)
{
    public NewMark ToNewMark(DateTimeOffset now) => new(
        Id ?? Guid.CreateVersion7(now),
        new PhysicalMark(Kind, Text, Serial, Component, Location, Exposed, Method, HeightMm, DepthMm, Country, Year,
            Maker, Symbol, Scheme),
        AppliedHere,
        On,
        MethodOverride);
}
