using System.Runtime.InteropServices;
using Microsoft.ClearScript.V8;

namespace FirearmsRegistry.Symbols.Engine;

/// <summary>
/// V8's collection of WebAssembly code that it has replaced. V8 holds the lock of all its engines meanwhile and gives each isolate something to do, which
/// ClearScript does at once and on the same thread: that thread then waits for the lock that it holds itself, and every engine of the process with it
/// (seen in the stacks of a process that stood still). A sandbox has a few megabytes of code and is replaced when it is worn: nothing is lost without it.
/// </summary>
internal static class CodeCollection
{
    private const string Library = "ClearScriptV8.linux-x64";

    // v8::V8::SetFlagsFromString(char const*)
    private const string SetFlags = "_ZN2v82V818SetFlagsFromStringEPKc";

    private delegate void FlagSetter([MarshalAs(UnmanagedType.LPUTF8Str)] string flags);

    /// <summary>Switches it off for the whole process; to be called before the first isolate. Elsewhere than on Linux it stays as it is.</summary>
    public static void SwitchOff()
    {
        if (NativeLibrary.TryLoad(Library, typeof(V8ScriptEngine).Assembly, null, out var library) && NativeLibrary.TryGetExport(library, SetFlags, out var setter))
            Marshal.GetDelegateForFunctionPointer<FlagSetter>(setter)("--no-wasm-code-gc");
    }
}
