using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace FirearmsRegistry.EndToEnd.Tests.Hosting;

/// <summary>Starts the classes that take a minute or more before all others: one of them begun last would be waited for alone.</summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["KilledRegistriesTests", "DemoTests", "KilledStationTests", "TokenTests", "SignInTests", "UserTests"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(IsLong)];

    private static bool IsLong<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        Long.Any(name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal));
}
