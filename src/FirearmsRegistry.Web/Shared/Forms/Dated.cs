using System.Globalization;
using FirearmsRegistry.Web.Shared.Wording;
using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>A component in which something is recorded that mostly happened on the day of its recording.</summary>
public abstract class Dated : Worded
{
    /// <summary>The day, as dates are typed.</summary>
    protected string Today => Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Inject]
    private TimeProvider Time { get; set; } = null!;
}
