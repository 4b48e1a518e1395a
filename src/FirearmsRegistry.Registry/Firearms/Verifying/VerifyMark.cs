using System.Globalization;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Verifying;

/// <summary>Record that a mark was read back from the metal and reads as it should.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="MarkId">The mark.</param>
/// <param name="ReadText">What was read.</param>
/// <param name="VerifiedOn">When.</param>
/// <param name="Grade">The verifier's grade, where one was taken.</param>
public sealed record VerifyMark(Guid FirearmId, Guid MarkId, MarkText ReadText, PartialDate VerifiedOn, ShortText? Grade)
{
    /// <summary>The name of the refusal of a text that differs.</summary>
    internal const string Misread = "mark-misread";

    /// <summary>Decides; a text that differs is refused with every position that differs.</summary>
    public static Result<MarkVerified> Decide(Firearm firearm, VerifyMark command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        if (StandingMark.Find(firearm, command.MarkId).Refused(out var refusal, out var mark))
            return refusal;
        if (mark.Tampering is { } tampering)
            return StandingMark.IsTampered(tampering);
        if (FirearmRules.Impossible(firearm, now, "/verifiedOn", command.VerifiedOn) is { } impossible)
            return impossible;
        if (FirearmRules.Before("/verifiedOn", command.VerifiedOn, mark.On, "the marking") is { } early)
            return early;
        var positions = Differences(mark.Mark.Text.ToString(), command.ReadText.ToString());
        return positions.Count > 0
            ? Differs(mark.Mark.Text, command.ReadText, positions)
            : new MarkVerified(command.MarkId, command.ReadText, command.VerifiedOn, command.Grade);
    }

    /// <summary>The positions, from 1, of the characters in which two texts differ; a missing character differs.</summary>
    internal static IReadOnlyList<int> Differences(string ordered, string read)
    {
        var (one, other) = (StringInfo.ParseCombiningCharacters(ordered), StringInfo.ParseCombiningCharacters(read));
        return
        [
            .. Enumerable.Range(0, Math.Max(one.Length, other.Length))
                .Where(i => i >= one.Length || i >= other.Length
                    || !string.Equals(StringInfo.GetNextTextElement(ordered, one[i]), StringInfo.GetNextTextElement(read, other[i]), StringComparison.Ordinal))
                .Select(i => i + 1),
        ];
    }

    private static Refusal Differs(MarkText ordered, MarkText read, IReadOnlyList<int> positions) =>
        new(Misread, RefusalKind.RuleBroken, "What was read is not what is on record.",
            "Read the mark again; if the metal reads otherwise, void this mark and record the one that is there.")
        {
            Errors =
            [
                new InputError("/readText", read.ToString(),
                    $"Must be the text on record; it differs at {(positions.Count == 1 ? "position" : "positions")} {string.Join(", ", positions)}.",
                    "Firearms Protocol Art. 8(1)", ordered.ToString()),
            ],
            Extensions = new Dictionary<string, object?> { ["positions"] = positions },
        };
}

/// <summary>Carries out <see cref="VerifyMark"/>.</summary>
public sealed class VerifyMarkHandler(RegistryWriter writer)
{
    /// <summary>Records the verification.</summary>
    public Task<Result<Written>> HandleAsync(VerifyMark command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.ActAsync(command.FirearmId, $"marks/{command.MarkId}", false,
            firearm => VerifyMark.Decide(firearm, command, context.Now), context, token);
    }
}
