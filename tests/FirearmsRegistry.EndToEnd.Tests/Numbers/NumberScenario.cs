using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Numbers.Issuing;
using FirearmsRegistry.Registry.Numbers.Opening;
using FirearmsRegistry.Registry.Shared.Texts;
using static FirearmsRegistry.Registry.Numbers.Voiding.VoidNumberEndpoint;

namespace FirearmsRegistry.EndToEnd.Tests.Numbers;

/// <summary>Opens series and issues numbers the way a registrar does.</summary>
internal sealed class NumberScenario(RegistryHost host)
{
    public RegistryClient Registrar { get; } = host.ClientAs(Role.Registrar);

    /// <summary>A series of a class that no other test of the database uses; its path.</summary>
    public async Task<string> OpenAsync(string classLetter, int year = 2026) =>
        (await TryOpenAsync(classLetter, year)).Expect(201).Location!;

    public Task<ApiAnswer> TryOpenAsync(string classLetter, int year = 2026, string country = "ESP") =>
        Registrar.PostAsync("/api/v1/number-series", new OpenNumberSeriesEndpoint.OpenNumberSeriesRequest(
            CountryCode.Parse(country).GetOrThrow(), year, ClassLetter.Parse(classLetter).GetOrThrow()));

    public Task<ApiAnswer> IssueAsync(string series, int count, IReadOnlyList<Guid>? firearms = null, string? key = null) =>
        Registrar.PostAsync($"{series}/numbers", new IssueNumbersEndpoint.IssueNumbersRequest(count, firearms), key: key);

    public async Task<IReadOnlyList<string>> NumbersAsync(string series, int count) =>
        NumbersOf((await IssueAsync(series, count)).Expect(201));

    public static IReadOnlyList<string> NumbersOf(ApiAnswer issue) =>
        [.. issue.Body!["numbers"]!.AsArray().Select(number => number!["number"]!.GetValue<string>())];

    public Task<ApiAnswer> VoidAsync(string series, string number, string reason, long version) =>
        Registrar.PostAsync($"{series}/numbers/{number}/voids", new VoidNumberRequest(Note.Parse(reason).GetOrThrow()), version);
}
