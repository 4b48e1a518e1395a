using System.Text;
using FirearmsRegistry.Indicators.Importing;

namespace FirearmsRegistry.Cli;

/// <summary>Reads a file of rows and tells what is wrong with it, place by place.</summary>
internal static class InputFile
{
    /// <summary>All that the file holds; null where it cannot be read, which then has been said.</summary>
    public static IReadOnlyList<T>? Read<T>(string path, Func<TextReader, InputReading<T>> read, TextWriter errors)
    {
        InputReading<T> reading;
        try
        {
            using var file = Open(path);
            reading = read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.WriteLine($"{path}: cannot be read: {e.Message}");
            return null;
        }

        Tell(path, "", reading.Faults, reading.FaultsInAll, errors);
        Tell(path, "warning: ", reading.IsOk ? reading.Warnings : [], reading.Warnings.Count, errors);
        return reading.IsOk ? reading.Items : null;
    }

    /// <summary>Opens a file as UTF-8, or as its byte order mark says; bytes that are no text become U+FFFD, which the readers refuse.</summary>
    public static StreamReader Open(string path) => new(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);

    private static void Tell(string path, string kind, IReadOnlyList<InputFault> faults, long inAll, TextWriter errors)
    {
        var told = faults.Take(InputReading<object>.MostFaults).ToArray();
        foreach (var fault in told)
            errors.WriteLine($"{path}: {kind}{fault}");
        if (told.Length > 0 && inAll > told.Length)
            errors.WriteLine(FormattableString.Invariant($"{path}: {kind}and {inAll - told.Length} more."));
    }
}
