namespace FirearmsRegistry.MachineSimulator.Simulating;

/// <summary>What the simulated machine did to the metal.</summary>
/// <param name="Layout">The layout that was loaded.</param>
/// <param name="Texts">The texts that were in it, by the machine's names for their places.</param>
/// <param name="IsWhole">Whether it went to the end.</param>
public sealed record CutMark(string Layout, IReadOnlyDictionary<string, string> Texts, bool IsWhole);
