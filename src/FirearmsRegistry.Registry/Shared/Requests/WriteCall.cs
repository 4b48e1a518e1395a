using System.Reflection;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>The parameter through which an endpoint that writes receives its <see cref="CommandContext"/>; filled by <see cref="WriteFilter{TView}"/>.</summary>
internal sealed class WriteCall
{
    private CommandContext? _context;

    public CommandContext Context
    {
        get => _context ?? throw new InvalidOperationException("An endpoint that writes must be mapped with MapWrite.");
        set => _context = value;
    }

    public static ValueTask<WriteCall?> BindAsync(HttpContext http, ParameterInfo parameter) => new(new WriteCall());
}
