using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.EzCad;
using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.Machines.Panasonic;
using FirearmsRegistry.Machines.Technifor;
using FirearmsRegistry.Machines.Telesis;
using FsCheck.Xunit;

namespace FirearmsRegistry.Machines.Tests.Frames;

public class FramingTests
{
    private static readonly PanasonicFrames Panasonic = new(new PanasonicOptions(true, false));
    private static readonly TelesisFrames Telesis = new(new TelesisOptions(true, "", 'V', TimeSpan.Zero));

    private static readonly (IFrameFormat Format, byte[][] Frames, Action<byte[]> Take)[] Protocols =
    [
        (TechniforFrames.Answers(true), ["GO M\r"u8.ToArray(), "ST 4 0 0\r"u8.ToArray()], frame => TechniforStatus.Read(TechniforFrames.Text(frame))),
        (TechniforFrames.Answers(false), ["GO M\r"u8.ToArray(), "ER 1 5\r"u8.ToArray()], frame => TechniforErrors.Read(TechniforFrames.Text(frame))),
        (TechniforFrames.Answers(true), ["GO F\r\n"u8.ToArray(), "A\rB\r\n"u8.ToArray()], frame => TechniforFrames.Text(frame)),
        (Panasonic.Answers, [Panasonic.Frame(Control.Ack, "00"), Panasonic.Read("STS"), Panasonic.Frame(Control.Nak, "03")], frame => Panasonic.Take(frame)),
        (TelesisFrames.Answers, [Telesis.Frame(Control.Ack, "09;000"), Telesis.Frame(Control.Nak, "")], frame => Telesis.Take(frame)),
        (EzCadFrames.Answers, ["0\r\n"u8.ToArray(), "31 \r\n"u8.ToArray()], frame => EzCadFrames.Number(frame)),
    ];

    [Property(MaxTest = 300)]
    public void Any_split_of_the_bytes_into_reads_gives_the_same_frames(byte[] picks, byte[] cuts)
    {
        foreach (var (format, known, _) in Protocols.Where(protocol => protocol.Frames.All(frame => protocol.Format.Scan(frame) == frame.Length)))
        {
            var frames = picks.Select(pick => known[pick % known.Length]).ToList();
            var bytes = frames.SelectMany(frame => frame).ToArray();
            var buffer = new FrameBuffer(format);
            var taken = new List<byte[]>();
            var at = 0;
            for (var i = 0; at < bytes.Length; i++)
            {
                var length = Math.Min(bytes.Length - at, cuts.Length == 0 ? 1 : 1 + cuts[i % cuts.Length] % 9);
                buffer.Append(bytes.AsSpan(at, length));
                at += length;
                while (buffer.TryTake(out var frame))
                    taken.Add(frame);
            }

            Assert.Equal(frames, taken);
            Assert.True(buffer.Rest.IsEmpty);
        }
    }

    [Property(MaxTest = 2_000)]
    public void Garbage_throws_nothing_but_the_named_refusal(byte[] garbage, bool ended)
    {
        foreach (var (format, _, take) in Protocols)
        {
            var buffer = new FrameBuffer(format);
            buffer.Append(ended ? [.. garbage, Control.Cr, Control.Lf] : garbage);
            try
            {
                while (buffer.TryTake(out var frame))
                    take(frame);
            }
            catch (MachineRefusedException refused)
            {
                Assert.Equal(RefusalOrigin.Line, refused.Refusal.Origin);
            }
        }
    }

    [Fact]
    public void Bytes_without_end_are_given_up()
    {
        foreach (var (format, _, _) in Protocols)
        {
            var buffer = new FrameBuffer(format);
            buffer.Append(new byte[10_000]);
            Assert.Equal("garbled-answer", Assert.Throws<MachineRefusedException>(() => buffer.TryTake(out _)).Refusal.Name);
        }
    }

    [Fact]
    public void A_spoilt_byte_of_a_checked_frame_is_always_found()
    {
        foreach (var (frame, take) in new (byte[], Action<byte[]>)[] { (Panasonic.Set("FNO", "2047"), f => Panasonic.Take(f)), (Telesis.Frame((byte)'P', "STATE01"), f => Telesis.Take(f)) })
            for (var at = 0; at < frame.Length - 1; at++)
            {
                byte[] spoilt = [.. frame];
                spoilt[at] ^= 0x04;
                if (at > 0)
                    Assert.Throws<MachineRefusedException>(() => take(spoilt));
            }
    }
}
