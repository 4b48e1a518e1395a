using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FirearmsRegistry.MachineSimulator.Lines;

/// <summary>A pair of connected terminals: programs open <see cref="Device"/> as a serial port, this side is <see cref="Stream"/>.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    // Larger than any platform's structure; its members are the C library's business.
    private const int TermiosSize = 256;
    private const int LongestName = 128;

    private readonly FileStream _otherSide;

    public PseudoTerminal()
    {
        Check(OpenPty(out var master, out var slave, 0, 0, 0));
        var mode = new byte[TermiosSize];
        Check(GetAttributes(slave, mode));
        MakeRaw(mode);
        Check(SetAttributes(slave, 0, mode));
        var name = new byte[LongestName];
        if (TerminalName(master, name, LongestName) is var error and not 0)
            throw new Win32Exception(error);
        Device = Encoding.UTF8.GetString(name.AsSpan(0, name.AsSpan().IndexOf((byte)0)));
        Stream = Open(master);
        // The device's own side stays open here: else this side would break whenever no program has the port open.
        _otherSide = Open(slave);
    }

    public string Device { get; }

    public Stream Stream { get; }

    public void Dispose()
    {
        // A read of a terminal cannot be cancelled; a byte from the other side ends it.
        _otherSide.WriteByte(0);
        _otherSide.Dispose();
        Stream.Dispose();
    }

    private static FileStream Open(int descriptor) => new(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);

    private static void Check(int result)
    {
        if (result != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "openpty", SetLastError = true)]
    private static partial int OpenPty(out int master, out int slave, nint name, nint mode, nint size);

    [LibraryImport("libc", EntryPoint = "ptsname_r")]
    private static partial int TerminalName(int master, [Out] byte[] name, nint length);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int GetAttributes(int descriptor, [Out] byte[] mode);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int SetAttributes(int descriptor, int when, [In] byte[] mode);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw([In, Out] byte[] mode);
}
