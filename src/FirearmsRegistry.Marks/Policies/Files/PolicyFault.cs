using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Policies.Files;

/// <summary>One thing wrong in a policy file.</summary>
/// <param name="Pointer">JSON pointer to it (RFC 6901); empty for the file as a whole.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record PolicyFault(string Pointer, Fault Fault);

/// <summary>What a policy file says, or everything that is wrong in it.</summary>
/// <param name="Policy">The policy; none if anything is wrong.</param>
/// <param name="Faults">What is wrong, in the order of the file's members as they are read; empty if there is a policy.</param>
public sealed record PolicyFileReading(MarkPolicy? Policy, IReadOnlyList<PolicyFault> Faults);
