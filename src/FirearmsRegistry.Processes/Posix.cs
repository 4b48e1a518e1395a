using System.Runtime.InteropServices;

namespace FirearmsRegistry.Processes;

/// <summary>What the framework does not offer: signals, owners of files.</summary>
public static partial class Posix
{
    /// <summary>Asks for a clean end.</summary>
    public const int SigInt = 2;

    /// <summary>Asks for an end at once.</summary>
    public const int SigQuit = 3;

    /// <summary>Ends without asking.</summary>
    public const int SigKill = 9;

    private const int CurrentDirectory = -100;
    private const int DoNotFollowLinks = 0x100;
    private const uint WantOwner = 0x8 | 0x10;
    private const int NoSuchProcess = 3;

    /// <summary>Sends a signal; false when there is no such process. A negative id means the group that the process leads.</summary>
    public static bool Signal(int processId, int signal) =>
        Kill(processId, signal) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    /// <summary>Whether a process with this id exists, ours or not.</summary>
    public static bool Exists(int processId) => Signal(processId, 0);

    /// <summary>Gives a file, directory or link (not its target) to an account.</summary>
    public static void GiveTo(string path, ServiceAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (LChown(path, account.UserId, account.GroupId) != 0)
            throw new IOException($"Cannot give {path} to the account {account.Name}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Owner of a path (of a link itself, not of its target). Linux only; its record has one layout on every processor.</summary>
    public static (uint UserId, uint GroupId) OwnerOf(string path)
    {
        Span<byte> record = stackalloc byte[256];
        if (StatX(CurrentDirectory, path, DoNotFollowLinks, WantOwner, ref MemoryMarshal.GetReference(record)) != 0)
            throw new IOException($"Cannot read the owner of {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        return (MemoryMarshal.Read<uint>(record[20..]), MemoryMarshal.Read<uint>(record[24..]));
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LChown(string path, uint userId, uint groupId);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint mask, ref byte record);
}
