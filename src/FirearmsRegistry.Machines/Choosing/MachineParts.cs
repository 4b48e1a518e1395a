using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.Machines.Lines;

namespace FirearmsRegistry.Machines.Choosing;

/// <summary>What a driver is made of.</summary>
internal sealed record MachineParts(IMachineLine Line, bool IsSerial, MachineTiming Timing, TimeProvider Clock, IFrameLog Log);
