using System.Text.Json.Serialization;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Vintages;

/// <summary>A vintage, folded from its events and kept as a snapshot. What it says lies in its frozen bytes, found by their digest.</summary>
public sealed class Vintage
{
    /// <summary>The vintage's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>Its label.</summary>
    public VintageLabel Label { get; set; }

    /// <summary>The years, in their order.</summary>
    public IReadOnlyList<int> Years { get; set; } = [];

    /// <summary>The moment whose knowledge it shows.</summary>
    public DateTimeOffset KnownAt { get; set; }

    /// <summary>The version of the data structure in which it is sent.</summary>
    public string StructureVersion { get; set; } = "";

    /// <summary>The highest event sequence among its facts; null where there are none.</summary>
    public long? HighestSequence { get; set; }

    /// <summary>How many items it rests on.</summary>
    public long Inputs { get; set; }

    /// <summary>The digest of the draft.</summary>
    public string DraftDigest { get; set; } = "";

    /// <summary>The human who drafted it.</summary>
    public string? DraftedBy { get; set; }

    /// <summary>When it was drafted.</summary>
    public DateTimeOffset DraftedAt { get; set; }

    /// <summary>The human who reviewed it.</summary>
    public string? ReviewedBy { get; set; }

    /// <summary>When it was reviewed.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>What the reviewer looked at.</summary>
    public Note? Remark { get; set; }

    /// <summary>The human who published it.</summary>
    public string? PublishedBy { get; set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The digest of what is published.</summary>
    public string? Digest { get; set; }

    /// <summary>The signature over what is published.</summary>
    public string? Signature { get; set; }

    /// <summary>The name of the key that signed.</summary>
    public string? SigningKey { get; set; }

    /// <summary>The vintages whose place it took.</summary>
    public IReadOnlyList<Guid> Supersedes { get; set; } = [];

    /// <summary>The later vintage that took its place.</summary>
    public Guid? SupersededBy { get; set; }

    /// <summary>The years in which a later vintage took its place, while it is in force in others; all of them where they are counted one by one.</summary>
    public IReadOnlyList<SupersededYear> SupersededYears { get; set; } = [];

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public Note? WithdrawalReason { get; set; }

    /// <summary>Where it stands.</summary>
    public VintageState State { get; set; }

    /// <summary>Whether it was drafted: a stream of another kind has no such event.</summary>
    [JsonIgnore]
    public bool IsThere => DraftDigest.Length > 0;

    /// <summary>Whether it is or once was what the State publishes.</summary>
    [JsonIgnore]
    public bool IsPublic => State is VintageState.Published or VintageState.Superseded;

    /// <summary>The years of which it is what the State publishes.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> YearsInForce =>
        State == VintageState.Published ? [.. Years.Except(SupersededYears.Select(superseded => superseded.Year))] : [];

    /// <summary>The digest of what it says: of what is published, or else of the draft.</summary>
    [JsonIgnore]
    public string ContentDigest => Digest ?? DraftDigest;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<VintageDrafted> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var drafted = happened.Data;
        (Label, Years, KnownAt, StructureVersion) = (drafted.Label, drafted.Years, drafted.KnownAt, drafted.StructureVersion);
        (HighestSequence, Inputs, DraftDigest) = (drafted.HighestSequence, drafted.Inputs, drafted.Digest);
        (DraftedBy, DraftedAt, State) = (happened.UserName, happened.Timestamp, VintageState.Draft);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<VintageReviewed> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (ReviewedBy, ReviewedAt, Remark) = (happened.UserName, happened.Timestamp, happened.Data.Remark);
        State = VintageState.Reviewed;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<VintagePublished> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (PublishedBy, PublishedAt, Supersedes) = (happened.UserName, happened.Timestamp, happened.Data.Supersedes);
        (Digest, Signature, SigningKey) = (happened.Data.Digest, happened.Data.Signature, happened.Data.SigningKey);
        State = VintageState.Published;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(VintageYearsSuperseded happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        SupersededYears = [.. SupersededYears.Concat(happened.Years.Select(year => new SupersededYear(year, happened.ByVintageId))).OrderBy(one => one.Year)];
    }

    /// <summary>Folds the event.</summary>
    public void Apply(VintageSuperseded happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Apply(new VintageYearsSuperseded(happened.ByVintageId, YearsInForce));
        (SupersededBy, State) = (happened.ByVintageId, VintageState.Superseded);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<VintageWithdrawn> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (WithdrawnAt, WithdrawalReason, State) = (happened.Timestamp, happened.Data.Reason, VintageState.Withdrawn);
    }
}

/// <summary>A year in which a later vintage took the place of an earlier one.</summary>
/// <param name="Year">The year.</param>
/// <param name="ByVintageId">The later one.</param>
public sealed record SupersededYear(int Year, Guid ByVintageId);

/// <summary>Where a vintage stands.</summary>
public enum VintageState
{
    /// <summary>Frozen, and waiting for a second person.</summary>
    Draft,

    /// <summary>A second person stands for it.</summary>
    Reviewed,

    /// <summary>What the State publishes of its years, or of those of them in which no later one took its place.</summary>
    Published,

    /// <summary>It was published, and later ones took its place in all of its years.</summary>
    Superseded,

    /// <summary>Given up before it was published.</summary>
    Withdrawn,
}
