using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>A registered pistol with a way: from its maker over a dealer to a buyer, on by a sale without a giver on record, and stolen.</summary>
internal static class DivertedArm
{
    public static Task<Guid> RegisterDivertedAsync(this RegistryHost host, string serial)
    {
        var (maker, dealer, buyer, last) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        return host.RegisterAsync(serial, Known.Of(maker),
            Sale(Known.Of(maker), dealer, "2012-03-01"),
            Sale(Known.Of(dealer), buyer, "2014-09-20"),
            Sale(Known<Guid>.Unknown, last, "2017-01-11"),
            new FirearmReportedLost(Guid.CreateVersion7(), LossKind.Stolen, Known.Of(Day("2019-06-02")), Day("2019-06-03"), Text("POL-2019-331")));
    }

    private static FirearmTransferred Sale(Known<Guid> from, Guid to, string on) =>
        new(Guid.CreateVersion7(), TransferKind.Sale, from, Known.Of(to), Text("LIC-" + on[..4]), null, Day(on));

    private static PartialDate Day(string day) => PartialDate.Parse(day).GetOrThrow();

    private static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();
}
