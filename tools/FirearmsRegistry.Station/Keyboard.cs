namespace FirearmsRegistry.Station;

/// <summary>What people type.</summary>
internal static class Keyboard
{
    /// <summary>Reads a line that is not shown.</summary>
    /// <exception cref="StationException">Nothing was typed.</exception>
    public static string ReadSecret(TextWriter output)
    {
        if (Console.IsInputRedirected)
            return Console.ReadLine() ?? throw new StationException("A PIN is needed.");
        var typed = new System.Text.StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    output.WriteLine();
                    return typed.ToString();
                case ConsoleKey.Backspace:
                    typed.Length = Math.Max(0, typed.Length - 1);
                    break;
                default:
                    typed.Append(key.KeyChar);
                    break;
            }
        }
    }
}
