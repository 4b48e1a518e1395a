using System.CommandLine;
using FirearmsRegistry.Cli.Numbers;

var root = new RootCommand("Works with the registry's numbers without a server.")
{
    NumberCommand.Create(),
};

// No number begins with @, so that an argument which does is a wrong number and not the name of a file to read.
return root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).Invoke();
