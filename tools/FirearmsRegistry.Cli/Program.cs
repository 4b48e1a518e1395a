using System.CommandLine;
using FirearmsRegistry.Cli.Figures;
using FirearmsRegistry.Cli.Numbers;
using FirearmsRegistry.Cli.Sdmx;
using FirearmsRegistry.Cli.Symbols;

var root = new RootCommand("Works with the registry's numbers, symbols and figures without a server.")
{
    NumberCommand.Create(),
    SymbolCommand.Create(),
    IndicatorCommand.Create(),
    SdmxCommand.Create(),
};

// No number begins with @, so that an argument which does is a wrong number and not the name of a file to read.
return await root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).InvokeAsync();
