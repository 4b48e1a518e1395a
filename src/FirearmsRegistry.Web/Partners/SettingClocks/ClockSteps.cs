using FirearmsRegistry.Registry.Exchange.Partners;

namespace FirearmsRegistry.Web.Partners.SettingClocks;

/// <summary>The spans of a clock in the order in which they run out.</summary>
internal static class ClockSteps
{
    /// <summary>Each by its member in the body, the key of its words, and its span in a clock.</summary>
    public static IReadOnlyList<(string Member, string WordsKey, Func<ClockSettings, ClockSpan> Of)> All { get; } =
    [
        ("acknowledge", "partners.clock.acknowledge", clock => clock.Acknowledge),
        ("answer", "partners.clock.answer", clock => clock.Answer),
        ("remindEvery", "partners.clock.remind_every", clock => clock.RemindEvery),
        ("escalate", "partners.clock.escalate", clock => clock.Escalate),
        ("noReply", "partners.clock.no_reply", clock => clock.NoReply),
    ];
}
