using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tracing.Chaining;

/// <summary>The words of a chain.</summary>
internal static class ChainText
{
    /// <summary>What happened, and when.</summary>
    public static string Happened(PathStep step, PartialDate? intakeOn, Words words) => step.Hop is { } hop
        ? words.List(words.Of(hop.Kind), Date(hop.OccurredOn, words))
        : intakeOn is { } on ? words.List(words["tracing.chain.intake"], words.Date(on)) : words["tracing.chain.intake"];

    /// <summary>Who has the arm then.</summary>
    public static string Who(PathStep step, Words words) => step.Node switch
    {
        PathNode.Holder => $"{words["tracing.chain.holder"]} {words.Number(step.HolderNumber ?? 0)}",
        PathNode.Unknown => words["tracing.chain.unknown"],
        PathNode.Abroad => step.Hop!.OtherCountry is { } country ? CountryNames.Of(words, country) : words["tracing.chain.abroad"],
        PathNode.Missing => words["tracing.chain.missing"],
        PathNode.Gone => words["tracing.chain.gone"],
        PathNode.Intake => words["tracing.chain.taken_in"],
    };

    /// <summary>How a node looks.</summary>
    public static string StyleOf(PathNode node) => node switch
    {
        PathNode.Holder => "holder",
        PathNode.Intake => "intake",
        PathNode.Missing or PathNode.Gone => "lost",
        PathNode.Unknown or PathNode.Abroad => "unknown",
    };

    /// <summary>What the register does not tell.</summary>
    public static string Gap(ChainGap gap, Words words) => words.Of(gap.Kind)
        .Replace("{from}", Date(gap.From, words), StringComparison.Ordinal).Replace("{to}", Date(gap.To, words), StringComparison.Ordinal);

    public static string Date(Known<PartialDate> date, Words words) => words.Of(date, words.Date);
}
