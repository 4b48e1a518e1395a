using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Numbers.Opening;

/// <summary>Open the series of national numbers of a country, year and class.</summary>
/// <param name="Country">The country: this registry's own.</param>
/// <param name="Year">The year of marking in four digits, up to next year.</param>
/// <param name="Class">The class of arms.</param>
public sealed record OpenNumberSeries(CountryCode Country, int Year, ClassLetter Class)
{
    private const int FirstYear = 2000;

    /// <summary>Decides what opening means.</summary>
    /// <param name="command">The command.</param>
    /// <param name="own">This registry's country.</param>
    /// <param name="now">When it is decided.</param>
    /// <param name="existing">The series of this country, year and class where it is open already.</param>
    public static Result<NumberSeriesOpened> Decide(
        OpenNumberSeries command, RegistryCountry own, DateTimeOffset now, NumberSeries? existing)
    {
        if (Read(command, own, now).Refused(out var refusal, out var code))
            return refusal;
        return existing is null
            ? new NumberSeriesOpened(command.Country, command.Year, command.Class)
            : NumberErrors.OpenAlready(code);
    }

    /// <summary>The code of the series, or why this registry can have none such.</summary>
    public static Result<SeriesCode> Read(OpenNumberSeries command, RegistryCountry own, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(own);
        if (command.Country != own.Code)
            return NumberErrors.Foreign(command.Country, own.Code);
        // A year typed wrongly would stand on arms for ever; next year's series may be prepared.
        var last = now.Year + 1;
        if (command.Year < FirstYear || command.Year > last)
            return NumberErrors.Year(command.Year, last);
        return SeriesCode.For(command.Country, command.Year, command.Class).TryGet(out var code, out var fault)
            ? code
            : Refusal.Input(new InputError("/country", command.Country.ToString(), fault.Rule, fault.Source, fault.Suggestion));
    }
}

/// <summary>Carries out <see cref="OpenNumberSeries"/>.</summary>
public sealed class OpenNumberSeriesHandler(RegistryWriter writer, RegistryCountry own)
{
    /// <summary>Opens the series, or refuses with the one that is open already.</summary>
    public async Task<Result<Written>> HandleAsync(OpenNumberSeries command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (OpenNumberSeries.Read(command, own, context.Now).Refused(out var refusal, out var code))
            return refusal;
        var id = NumberSeries.IdOf(code);
        await NumberSeriesLock.TakeAsync(writer.Session, id, token);
        var existing = await writer.Session.LoadAsync<NumberSeries>(id, token);
        if (OpenNumberSeries.Decide(command, own, context.Now, existing).Refused(out refusal, out var opened))
            return refusal;
        return await writer.CreateAsync<NumberSeries>(id, $"/api/v1/number-series/{id}", [opened], context, token);
    }
}
