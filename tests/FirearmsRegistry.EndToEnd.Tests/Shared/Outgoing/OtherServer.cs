using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirearmsRegistry.EndToEnd.Tests.Shared.Outgoing;

/// <summary>Another server on this machine, on a real socket: answers each path as a test says and keeps what it received.</summary>
public sealed class OtherServer : IDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();

    public OtherServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
        _app.Start();
        Address = new Uri(_app.Urls.Single());
    }

    /// <summary>Its scheme, host and port.</summary>
    public Uri Address { get; }

    /// <summary>What came at a path, in order.</summary>
    public IReadOnlyList<ReceivedRequest> ReceivedAt(string path) => [.. _received.Where(request => request.Path == path)];

    /// <summary>How a path is answered from now on; without a word 204.</summary>
    public Uri Answers(string path, Func<HttpContext, Task> answer)
    {
        _answers[path] = answer;
        return new Uri(Address, path);
    }

    /// <summary>The same with a bare status.</summary>
    public Uri Answers(string path, int status) => Answers(path, http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public void Dispose() => _app.StopAsync().ContinueWith(_ => _app.DisposeAsync().AsTask(), TaskScheduler.Default);

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var path = http.Request.Path.ToString();
        _received.Enqueue(new ReceivedRequest(
            path, body.ToArray(), http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (_answers.TryGetValue(path, out var answer))
            await answer(http);
        else
            http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}

/// <summary>What was received.</summary>
public sealed record ReceivedRequest(string Path, byte[] Body, IReadOnlyDictionary<string, string> Headers);
