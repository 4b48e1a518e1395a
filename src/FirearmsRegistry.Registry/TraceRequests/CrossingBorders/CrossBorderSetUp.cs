using FirearmsRegistry.Registry.TraceRequests.Acknowledging;
using FirearmsRegistry.Registry.TraceRequests.Clarifying;
using FirearmsRegistry.Registry.TraceRequests.Closing;
using FirearmsRegistry.Registry.TraceRequests.Drafting;
using FirearmsRegistry.Registry.TraceRequests.GettingTree;
using FirearmsRegistry.Registry.TraceRequests.ProposingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Receiving;
using FirearmsRegistry.Registry.TraceRequests.ReceivingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Reminding;
using FirearmsRegistry.Registry.TraceRequests.Submitting;
using FirearmsRegistry.Registry.TraceRequests.Sweeping;
using Marten.Events;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>Names the events, services and routes of requests that cross borders.</summary>
internal static class CrossBorderSetUp
{
    public static void MapEvents(IEventStoreOptions events)
    {
        events.MapEventType<OutboundTraceDrafted>("outbound_trace_drafted");
        events.MapEventType<OutboundTraceAmended>("outbound_trace_amended");
        events.MapEventType<OutboundTraceSubmitted>("outbound_trace_submitted");
        events.MapEventType<OutboundTraceAcknowledged>("outbound_trace_acknowledged");
        events.MapEventType<InboundTraceReceived>("inbound_trace_received");
        events.MapEventType<MoreInformationAsked>("trace_information_asked");
        events.MapEventType<MoreInformationGiven>("trace_information_given");
        events.MapEventType<TraceWorkBegun>("trace_work_begun");
        events.MapEventType<OutboundTraceAnswered>("outbound_trace_answered");
        events.MapEventType<InboundAnswerProposed>("inbound_answer_proposed");
        events.MapEventType<InboundTraceAnswered>("inbound_trace_answered");
        events.MapEventType<OnwardRequestSent>("onward_request_sent");
        events.MapEventType<OnwardRequestEnded>("onward_request_ended");
        events.MapEventType<TraceClockSet>("trace_clock_set");
        events.MapEventType<TraceClockStopped>("trace_clock_stopped");
        events.MapEventType<TraceReminderDue>("trace_reminder_due");
        events.MapEventType<TraceReminded>("trace_reminded");
        events.MapEventType<TraceEscalated>("trace_escalated");
        events.MapEventType<TraceNotRepliedTo>("trace_not_replied_to");
        events.MapEventType<TraceExpired>("trace_expired");
        events.MapEventType<CrossBorderTraceClosed>("cross_border_trace_closed");
    }

    public static IServiceCollection AddCrossBorder(this IServiceCollection services) => services
        .AddScoped<CrossBorderChange>()
        .AddSingleton<LentInformationReader>()
        .AddScoped<DraftOutboundTraceHandler>()
        .AddScoped<SubmitOutboundTraceHandler>()
        .AddScoped<RecordAcknowledgementHandler>()
        .AddScoped<RecordWorkBegunHandler>()
        .AddScoped<AskInformationHandler>()
        .AddScoped<GiveInformationHandler>()
        .AddScoped<RecordOutboundAnswerHandler>()
        .AddScoped<ApproveAnswerHandler>()
        .AddScoped<RecordReminderHandler>()
        .AddScoped<ReceiveInboundTraceHandler>()
        .AddSingleton<InboundSearch>()
        .AddSingleton<CrossBorderSweep>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        DraftOutboundTraceEndpoint.Map(routes);
        AmendOutboundTraceEndpoint.Map(routes);
        SubmitOutboundTraceEndpoint.Map(routes);
        ReceiveInboundTraceEndpoint.Map(routes);
        AcknowledgementEndpoints.Map(routes);
        ClarifyEndpoints.Map(routes);
        RecordOutboundAnswerEndpoint.Map(routes);
        ProposalEndpoints.Map(routes);
        RecordReminderEndpoint.Map(routes);
        CloseTraceEndpoint.Map(routes);
        GetTraceTree.Map(routes);
    }
}
