using System.Globalization;
using System.Text;
using System.Text.Json;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Registering;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.Benchmarks.Hosting;

/// <summary>The arm of the API's description over and over, each time with another serial.</summary>
internal static class SampleArms
{
    private const string SerialInExample = "AB12345";

    private static readonly string BodyOfExample = JsonSerializer.Serialize(FirearmExamples.Register, RegistryJson.Options);

    /// <summary>The serial of the arm with this number: digits only, so that no two fold to one.</summary>
    public static string Serial(int number) => number.ToString("D9", CultureInfo.InvariantCulture);

    /// <summary>The request to register it.</summary>
    public static byte[] Body(int number) =>
        Encoding.UTF8.GetBytes(BodyOfExample.Replace(SerialInExample, Serial(number), StringComparison.Ordinal));

    /// <summary>The command that the request becomes.</summary>
    public static RegisterFirearm Command(int number, DateTimeOffset now)
    {
        var request = FirearmExamples.Register;
        var mark = request.Mark! with
        {
            Text = MarkText.Parse(request.Mark!.Text.ToString().Replace(SerialInExample, Serial(number), StringComparison.Ordinal)).GetOrThrow(),
            Serial = MarkText.Parse(Serial(number)).GetOrThrow(),
        };
        return new RegisterFirearm(
            Guid.CreateVersion7(now), request.Origin, request.Description, request.Holder, request.OccurredOn, mark.ToNewMark(now), null);
    }
}
