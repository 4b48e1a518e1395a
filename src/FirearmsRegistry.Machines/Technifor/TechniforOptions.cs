using FirearmsRegistry.Machines.Choosing;

namespace FirearmsRegistry.Machines.Technifor;

/// <summary>How a Technifor control unit is spoken to.</summary>
/// <param name="Uc500">Framed messages of the UC500 (serial) instead of the TL07's plain lines (TCP).</param>
/// <param name="AnswersEndWithLf">Whether answers end with CR LF instead of CR.</param>
/// <param name="BecomeMaster">Whether to ask for the master's place; a slave may not mark.</param>
internal sealed record TechniforOptions(bool Uc500, bool AnswersEndWithLf, bool BecomeMaster)
{
    public static TechniforOptions Read(OptionReader options, bool isSerial)
    {
        var uc500 = options.OneOf("framing", isSerial ? "uc500" : "line", "line", "uc500") == "uc500";
        return new TechniforOptions(
            uc500,
            options.OneOf("answer-end", uc500 ? "cr" : "cr_lf", "cr", "cr_lf") == "cr_lf",
            options.Flag("become-master", !uc500));
    }
}
