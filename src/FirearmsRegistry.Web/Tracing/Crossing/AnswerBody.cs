using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Web.Tracing.Crossing;

/// <summary>The body of an answer between States: without the fields that the sort of answer does not show.</summary>
internal static class AnswerBody
{
    /// <summary>Whether an answer of the sort tells anything of the arm.</summary>
    public static bool Tells(TraceAnswerKind kind) => kind is not (TraceAnswerKind.Delayed or TraceAnswerKind.Refused);

    /// <summary>Completes the body.</summary>
    /// <param name="body">As the form has it.</param>
    /// <param name="hops">The stations that are told with it.</param>
    public static void Complete(JsonObject body, IReadOnlyList<AnswerHop> hops)
    {
        RestrictionBody.Complete(body);
        if (body["answer"] is not JsonObject answer || !Codes.TryParse<TraceAnswerKind>(answer["kind"]?.GetValue<string>(), out var kind))
            return;
        if (!Tells(kind))
            Drop(answer, "finding", "facts");
        if (!AnswerRules.IsWithheld(kind))
            Drop(answer, "reason", "explanation");
        if (AnswerRules.IsFinal(kind))
            Drop(answer, "expectedOn");
        if (answer["facts"] is JsonObject facts)
            facts["hops"] = JsonSerializer.SerializeToNode(hops, RegistryJson.Options);
    }

    private static void Drop(JsonObject answer, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
            answer.Remove(member);
    }
}
