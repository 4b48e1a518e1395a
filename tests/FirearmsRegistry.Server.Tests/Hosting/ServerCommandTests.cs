using FirearmsRegistry.Server.Hosting;

namespace FirearmsRegistry.Server.Tests.Hosting;

public sealed class ServerCommandTests
{
    [Theory]
    [InlineData("", CommandKind.Run, false)]
    [InlineData("--demo", CommandKind.Run, true)]
    [InlineData("--demo --urls=http://127.0.0.1:0", CommandKind.Run, true)]
    [InlineData("schema apply", CommandKind.SchemaApply, false)]
    [InlineData("schema diff --Registry:Country=ESP", CommandKind.SchemaDiff, false)]
    public void A_known_command_line_is_understood(string line, object kind, bool demo)
    {
        var args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(ServerCommand.TryParse(args, out var command, out _));
        Assert.Equal((kind, demo), (command.Kind, command.Demo));
        Assert.DoesNotContain("--demo", command.ConfigurationArguments);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("schema drop")]
    [InlineData("demo")]
    public void An_unknown_one_is_answered_with_the_usage(string line)
    {
        Assert.False(ServerCommand.TryParse(line.Split(' '), out var command, out var usage));
        Assert.Null(command);
        Assert.StartsWith("Usage:", usage, StringComparison.Ordinal);
    }
}
