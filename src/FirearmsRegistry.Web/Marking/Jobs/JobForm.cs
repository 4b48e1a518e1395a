using System.Globalization;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Shared.Wording;
using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Marking.Jobs;

/// <summary>An act on a job, which is answered with the job as it then stands.</summary>
public abstract class JobForm : Worded
{
    /// <summary>The job as the page shows it.</summary>
    [Parameter, EditorRequired]
    public MarkingJobDetails Job { get; set; } = null!;

    /// <summary>Told the job as the act left it.</summary>
    [Parameter, EditorRequired]
    public EventCallback<MarkingJobDetails> Done { get; set; }

    /// <summary>What is typed.</summary>
    protected Form Form { get; private set; } = null!;

    /// <summary>The day, as most acts are recorded on their own.</summary>
    protected string Today => Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Inject]
    private protected UseCases Cases { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>The act's name, and its operation.</summary>
    private protected abstract (string Name, string Operation) Act { get; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Form = new Form($"{Act.Name}-{Job.Id}");

    /// <summary>Adds to the body what nobody types.</summary>
    private protected virtual void Complete(JsonObject body)
    {
    }

    /// <summary>Sends it.</summary>
    private protected async Task SendAsync()
    {
        var body = Form.Body();
        Complete(body);
        var answer = await Cases.WriteAsync<MarkingJobDetails>(Act.Operation, new { id = Job.Id }, body, Form.Key, Job.Version, token: Left);
        Form.Problem = answer.Problem;
        if (answer.View is not { } job)
            return;
        Form.Renew();
        await Done.InvokeAsync(job);
    }
}
