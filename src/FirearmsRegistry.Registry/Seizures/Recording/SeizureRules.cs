using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>What circumstances must keep to beyond what their types enforce.</summary>
internal static class SeizureRules
{
    private const int MostTransits = 30;

    public static Refusal? Broken(SeizureCircumstances seizure, DateTimeOffset now)
    {
        if (Today.IsBefore(seizure.OccurredOn, now))
            return SeizureErrors.DateInFuture("/circumstances/occurredOn", seizure.OccurredOn);
        var errors = new List<InputError>();
        if (seizure.SuspectedOffences.Distinct().Count() != seizure.SuspectedOffences.Count)
            errors.Add(new InputError("/circumstances/suspectedOffences", null, "Each offence must stand once."));
        if (seizure.Route.Transit.TryGet(out var transit) && transit.Count is 0 or > MostTransits)
        {
            errors.Add(new InputError("/circumstances/route/transit", null, $"Must name 1 to {MostTransits} countries.", null,
                """{"is":"none"}"""));
        }

        return errors.Count > 0 ? SeizureErrors.Seizure(errors) : null;
    }
}
