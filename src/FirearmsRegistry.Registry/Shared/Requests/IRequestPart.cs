using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>A part of a request (body, page, time, reason) that may have been refused while it was read; the filter answers for it.</summary>
internal interface IRequestPart
{
    Refusal? Refusal { get; }
}
