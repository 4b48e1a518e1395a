using FirearmsRegistry.Registry.Firearms;

namespace FirearmsRegistry.Registry.Tests.Shared;

/// <summary>The scripts that make the tables, which are applied in the order of their names.</summary>
public sealed class SqlScriptTests
{
    /// <summary>They were released with one number; a script that was released is never renamed.</summary>
    private static readonly string[] SharingANumber =
    [
        "0043_disclosure.sql", "0043_reference_look_up.sql",
        "0099_exchange_count.sql", "0099_exchange_count_claimed.sql", "0099_exchange_mark_asking.sql", "0099_exchange_taken_text.sql",
    ];

    private static readonly string[] Scripts =
        [.. typeof(Firearm).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_script_has_a_number_of_four_digits_and_a_name() =>
        Assert.All(Scripts, script => Assert.Matches("^[0-9]{4}_[a-z0-9_]+[.]sql$", script));

    [Fact]
    public void No_two_scripts_have_one_number_but_those_that_were_released_so() =>
        Assert.Equal(SharingANumber, Scripts.GroupBy(script => script[..4]).Where(scripts => scripts.Count() > 1).SelectMany(scripts => scripts));
}
