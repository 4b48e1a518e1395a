using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>Whether a request to or from another State says what the Instrument asks for (para. 17).</summary>
public static class CrossBorderContents
{
    private const int MostMarks = 50;

    /// <summary>The content, or what it lacks.</summary>
    public static Result<CrossBorderContent> Decide(
        TracePriority priority, Note? urgencyJustification, GivenGrounds grounds, AskedArm? arm, DateOnly? neededUntil, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        var missing = new List<InputError>(grounds.Missing(IsDescribed(arm), priority, urgencyJustification, "/grounds"));
        if (arm is null)
            missing.Add(new InputError("/arm", null, "Must describe the arm.", "International Tracing Instrument para. 17(b)"));
        if (missing.Count > 0)
            return TraceRequestErrors.Incomplete(missing);
        if (arm!.Marks.Count > MostMarks)
            return Refusal.Input(new InputError("/arm/marks", null, $"May hold {MostMarks} marks at the most."));
        if (neededUntil is { } day && day < DateOnly.FromDateTime(now.UtcDateTime))
            return Refusal.Input(new InputError("/neededUntil", day.ToString("O", CultureInfo.InvariantCulture), "Must not lie in the past."));
        return new CrossBorderContent(priority, urgencyJustification, grounds.Complete(), arm, neededUntil);
    }

    private static bool IsDescribed(AskedArm? arm) =>
        arm is not null && (arm.Marks.Count > 0 || arm.Calibre.TryGet(out _) || arm.Type != ArmType.Unknown);
}
