using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs.Ordering;

/// <summary>A mark as it is ordered.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Location">Where on the part.</param>
/// <param name="Exposed">Whether it can be read without tools or taking the arm apart.</param>
/// <param name="Method">How it is put there.</param>
/// <param name="HeightMm">Height of the characters in mm.</param>
/// <param name="DepthMm">Depth in mm.</param>
/// <param name="Text">Exactly as it must be on the metal; left out for a national number, whose printed form is its text.</param>
/// <param name="Serial">The maker's number inside a manufacture mark.</param>
/// <param name="Country">The country that the mark names.</param>
/// <param name="Year">The year that the mark names.</param>
/// <param name="Maker">The maker that the mark names.</param>
/// <param name="Symbol">What the State's or maker's symbol in the mark shows, in words.</param>
/// <param name="Scheme">How a maker's mark identifies.</param>
/// <param name="MethodOverride">Why a method is used that the policy advises against.</param>
public sealed record OrderedMark(
    MarkKind Kind,
    ComponentKind Component,
    ShortText Location,
    bool Exposed,
    MarkMethod Method,
    Known<Millimetres> HeightMm,
    Known<Millimetres> DepthMm,
    MarkText? Text = null,
    MarkText? Serial = null,
    CountryCode? Country = null,
    int? Year = null,
    ShortText? Maker = null,
    ShortText? Symbol = null,
    MarkScheme Scheme = MarkScheme.Classic,
    Note? MethodOverride = null)
{
    internal PhysicalMark With(MarkText text) => new(
        Kind, text, Serial, Component, Location, Exposed, Method, HeightMm, DepthMm, Country, Year, Maker, Symbol, Scheme);
}
