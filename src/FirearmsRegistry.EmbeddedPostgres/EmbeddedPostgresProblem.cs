namespace FirearmsRegistry.EmbeddedPostgres;

/// <summary>Why the private PostgreSQL could not be used; the exception's message says what to do about it.</summary>
public enum EmbeddedPostgresProblem
{
    /// <summary>Another host, or a PostgreSQL that this library did not start, works on the data directory.</summary>
    DirectoryInUse,

    /// <summary>The asked TCP port belongs to another process.</summary>
    PortInUse,

    /// <summary>The disk is full, or a directory cannot be written or reached by the account that PostgreSQL runs under.</summary>
    DiskFullOrUnwritable,

    /// <summary>The npm package with the programs for this platform is not installed.</summary>
    PackageMissing,

    /// <summary>There are no programs for this operating system and processor, or a system program is missing.</summary>
    UnsupportedPlatform,

    /// <summary>The programs are there but incomplete, or cannot be executed.</summary>
    BinariesBroken,

    /// <summary>The data directory was made by another major version of PostgreSQL.</summary>
    VersionMismatch,

    /// <summary>The data directory is damaged or lacks something that it had, such as the password file.</summary>
    DataDamaged,

    /// <summary>PostgreSQL did not accept connections within the start timeout.</summary>
    StartTimeout,

    /// <summary>PostgreSQL ended while starting, for a reason that its log tells.</summary>
    StartFailed,
}
