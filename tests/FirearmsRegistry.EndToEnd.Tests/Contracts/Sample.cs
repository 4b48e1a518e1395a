using System.Collections;
using System.Reflection;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Notices.Webhooks;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Vintages;

namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

/// <summary>Makes the same complete, or least, instance of any record every time, so that no event can be left out of the contract.</summary>
internal static class Sample
{
    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000001");

    private const string Key =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==";

    private static readonly IReadOnlyDictionary<Type, string> Words = new Dictionary<Type, string>
    {
        [typeof(CountryCode)] = "ESP",
        [typeof(LanguageCode)] = "pt",
        [typeof(TimeZoneName)] = "Europe/Lisbon",
        [typeof(PartialDate)] = "2020-03-01",
        [typeof(NationalNumber)] = "GH26A0000001TG",
        [typeof(SeriesCode)] = "GH26A",
        [typeof(ClassLetter)] = "A",
        [typeof(Millimetres)] = "1.5",
        [typeof(CountCode)] = "arms_seized",
        [typeof(CatalogueCode)] = "cz_75",
        [typeof(SerialPattern)] = "A{2-4}9{3}",
        [typeof(HexBytes)] = "1d04",
        [typeof(PhotoHash)] = new string('a', 64),
        [typeof(VintageLabel)] = "ESP-2020-1",
        [typeof(WebhookAddress)] = "https://cases.example/notices",
        [typeof(Ciphertext)] = Convert.ToBase64String(new byte[40]),
    };

    public static object Of(Type type, bool complete) => type switch
    {
        _ when type == typeof(SigningKey) => SigningKey.Parse(Key).GetOrThrow(),
        _ when type == typeof(string) => "text",
        _ when type == typeof(Guid) => Id,
        _ when type == typeof(int) => 2020,
        _ when type == typeof(long) => 12345L,
        _ when type == typeof(decimal) => 1.5m,
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateOnly) => new DateOnly(2020, 3, 1),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2020, 3, 1, 12, 0, 0, TimeSpan.Zero),
        { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
        _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner, complete),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Known<>) =>
            type.GetMethod("Of", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [Of(type.GetGenericArguments()[0], complete)])!,
        _ when IsWord(type) => Word(type),
        _ when ElementOf(type) is { } element => List(element, complete),
        _ => Record(type, complete),
    };

    private static object Record(Type type, bool complete)
    {
        var constructor = type.GetConstructors().Where(one => one.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(one => one.GetParameters().Length)!;
        var arguments = constructor.GetParameters().Select(parameter =>
            !complete && parameter.HasDefaultValue ? parameter.DefaultValue : Of(parameter.ParameterType, complete)).ToArray();
        var made = constructor.Invoke(arguments);
        foreach (var property in type.GetProperties().Where(property => arguments.Length == 0 && property.SetMethod is not null))
            property.SetValue(made, Of(property.PropertyType, complete));
        return made;
    }

    private static bool IsWord(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsableWord<>));

    private static object Word(Type type)
    {
        var text = Words.GetValueOrDefault(type) ?? "AB12345";
        var parsed = type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [text])!;
        return parsed.GetType().GetMethod("GetOrThrow")!.Invoke(parsed, null)!;
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var element] ? element : null;

    private static Array List(Type element, bool complete)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Of(element, complete), 0);
        return array;
    }
}
