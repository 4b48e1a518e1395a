using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>
/// The content that the Instrument asks for, as far as it was given; what is missing is refused with its paragraph.
/// </summary>
/// <param name="IllicitGround">Why the arm is considered illicit (International Tracing Instrument para. 6).</param>
/// <param name="LegalJustification">The provision that it breaks, and how.</param>
/// <param name="Circumstances">How it was found, as far as known.</param>
/// <param name="Description">Marks, type and calibre in words.</param>
/// <param name="IntendedUse">What the information is for.</param>
/// <param name="RequestingAuthority">The authority or national point of contact that asks.</param>
/// <param name="CaseReference">Its reference.</param>
public sealed record GivenGrounds(
    IllicitGround? IllicitGround = null,
    Note? LegalJustification = null,
    Known<Note>? Circumstances = null,
    Note? Description = null,
    Note? IntendedUse = null,
    ShortText? RequestingAuthority = null,
    ShortText? CaseReference = null)
{
    /// <summary>The same as of a request that is complete.</summary>
    public static GivenGrounds Of(TraceGrounds grounds)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        return new(grounds.IllicitGround, grounds.LegalJustification, grounds.Circumstances, grounds.Description, grounds.IntendedUse,
            grounds.RequestingAuthority, grounds.CaseReference);
    }

    /// <summary>What is missing; empty where <see cref="Complete"/> may be called.</summary>
    /// <param name="isDescribed">Whether marks, type or calibre are known beside the description.</param>
    /// <param name="priority">The class, which decides whether urgency is justified.</param>
    /// <param name="urgencyJustification">That justification.</param>
    /// <param name="at">The pointer of the grounds in the body.</param>
    public IReadOnlyList<InputError> Missing(bool isDescribed, TracePriority priority, Note? urgencyJustification, string at = "")
    {
        var errors = new List<InputError>();
        Require(IllicitGround is not null, "illicitGround", "Must say on which ground the arm is illicit.", "para. 17(a) with para. 6");
        Require(LegalJustification is not null, "legalJustification", "Must give the legal justification.", "para. 17(a)");
        Require(Circumstances is not null, "circumstances", "Must say how the arm was found, or that this is unknown.", "para. 17(a)",
            """{"is":"unknown"}""");
        Require(IntendedUse is not null, "intendedUse", "Must say what the information is for.", "para. 17(c)");
        Require(RequestingAuthority is not null, "requestingAuthority", "Must name the authority or point of contact that asks.", "para. 25");
        Require(isDescribed || Description is not null, "description", "Must give marks, type or calibre: none is recorded with the item.", "para. 17(b)");
        if ((priority == TracePriority.Urgent) != (urgencyJustification is not null))
        {
            errors.Add(new InputError("/urgencyJustification", null, "Must be given for urgent requests, and only for those.",
                "ATF Form 3312.1, Part I"));
        }

        return errors;

        void Require(bool given, string member, string rule, string paragraph, string? suggestion = null)
        {
            if (!given)
                errors.Add(new InputError($"{at}/{member}", null, rule, $"International Tracing Instrument {paragraph}", suggestion));
        }
    }

    /// <summary>The grounds of a request for which nothing is missing.</summary>
    public TraceGrounds Complete() => new(IllicitGround!.Value, LegalJustification!.Value, Circumstances!.Value, Description, IntendedUse!.Value,
        RequestingAuthority!.Value, CaseReference);
}
