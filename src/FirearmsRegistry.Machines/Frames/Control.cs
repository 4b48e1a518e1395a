namespace FirearmsRegistry.Machines.Frames;

/// <summary>The control characters of the machines' protocols.</summary>
internal static class Control
{
    public const byte Soh = 0x01;
    public const byte Stx = 0x02;
    public const byte Etx = 0x03;
    public const byte Ack = 0x06;
    public const byte Nak = 0x15;
    public const byte Esc = 0x1B;
    public const byte Cr = 0x0D;
    public const byte Lf = 0x0A;
}
