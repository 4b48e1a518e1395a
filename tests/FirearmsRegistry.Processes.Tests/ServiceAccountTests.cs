namespace FirearmsRegistry.Processes.Tests;

public sealed class ServiceAccountTests
{
    private static readonly ServiceAccount Postgres = new("postgres", 101, 104);

    private static readonly ServiceAccount Nobody = new("nobody", 65534, 65534);

    [Theory]
    [InlineData("nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin", "nobody", 65534, 65534)]
    [InlineData("postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash", "postgres", 101, 104)]
    public void A_line_of_the_password_file_names_an_account(string line, string name, uint userId, uint groupId) =>
        Assert.Equal(new ServiceAccount(name, userId, groupId), Assert.Single(ServiceAccount.Read([line, "", "+::::::", "broken"])));

    [Fact]
    public void The_usual_account_is_that_of_PostgreSQL_where_there_is_one()
    {
        Assert.Equal(Postgres, ServiceAccount.Usual([Nobody, Postgres]));
        Assert.Equal(Nobody, ServiceAccount.Usual([new ServiceAccount("daemon", 1, 1), Nobody]));
        Assert.Null(ServiceAccount.Usual([new ServiceAccount("daemon", 1, 1)]));
    }

    [Fact]
    public void No_privileged_account_is_among_those_of_the_machine() =>
        Assert.DoesNotContain(ServiceAccount.All(), account => account.UserId == 0);
}
