using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Vintages;

/// <summary>The figures of chosen years were frozen as a draft, as they were known at a moment.</summary>
/// <param name="Label">The vintage's label.</param>
/// <param name="Years">The years, in their order.</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="StructureVersion">The version of the data structure in which it is sent.</param>
/// <param name="HighestSequence">The highest event sequence among its facts; null where there are none.</param>
/// <param name="Inputs">How many items it rests on, those that were left out among them.</param>
/// <param name="Digest">The SHA-256, in hexadecimal digits, of the canonical bytes with the figures and the inputs, and no finding yet.</param>
public sealed record VintageDrafted(
    VintageLabel Label, IReadOnlyList<int> Years, DateTimeOffset KnownAt, string StructureVersion, long? HighestSequence, long Inputs, string Digest);

/// <summary>A second person looked through the draft and stands for it.</summary>
/// <param name="Remark">What was looked at.</param>
public sealed record VintageReviewed(Note Remark);

/// <summary>The vintage was published: figures, inputs and the findings with the reasons to publish all the same are frozen and signed.</summary>
/// <param name="Digest">The SHA-256 of the canonical bytes, in hexadecimal digits.</param>
/// <param name="Signature">A compact JWS (RFC 7515, ES256) over the canonical bytes, its payload left out (appendix F).</param>
/// <param name="SigningKey">The name (<c>kid</c>) of the key that signed.</param>
/// <param name="Findings">How many findings it is published with.</param>
/// <param name="Supersedes">The vintages whose place it takes, in all of their years or in some.</param>
public sealed record VintagePublished(string Digest, string Signature, string SigningKey, int Findings, IReadOnlyList<Guid> Supersedes);

/// <summary>A later vintage took its place in some of its years; in the others it stays what the State publishes.</summary>
/// <param name="ByVintageId">The later one.</param>
/// <param name="Years">The years, in their order.</param>
public sealed record VintageYearsSuperseded(Guid ByVintageId, IReadOnlyList<int> Years);

/// <summary>A later vintage took its place in all of its years in which none had. What it said stays what it said.</summary>
/// <param name="ByVintageId">The later one.</param>
public sealed record VintageSuperseded(Guid ByVintageId);

/// <summary>A draft was given up before it was published. Its label stays taken.</summary>
/// <param name="Reason">Why.</param>
public sealed record VintageWithdrawn(Note Reason);
