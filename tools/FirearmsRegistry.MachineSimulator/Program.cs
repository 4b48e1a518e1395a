using FirearmsRegistry.MachineSimulator;

return await SimulatorCommand.Create().Parse(args).InvokeAsync();
