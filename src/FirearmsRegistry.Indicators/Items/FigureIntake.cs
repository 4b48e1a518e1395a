namespace FirearmsRegistry.Indicators.Items;

/// <summary>Whose arms a figure speaks of: one intake (IAFQ tables 5.1 to 5.3), or all added together.</summary>
public enum FigureIntake
{
    /// <summary>Seized arms, as in the published series.</summary>
    Seized,

    /// <summary>Found arms.</summary>
    Found,

    /// <summary>Surrendered arms.</summary>
    Surrendered,

    /// <summary>All three, added line by line.</summary>
    All,
}

/// <summary>Brings the choice to the intakes of items.</summary>
public static class FigureIntakes
{
    /// <summary>The one intake meant; null for all.</summary>
    public static Intake? One(this FigureIntake intake) => intake switch
    {
        FigureIntake.Seized => Intake.Seized,
        FigureIntake.Found => Intake.Found,
        FigureIntake.Surrendered => Intake.Surrendered,
        FigureIntake.All => null,
    };

    /// <summary>The choice of one intake.</summary>
    public static FigureIntake Alone(this Intake intake) => intake switch
    {
        Intake.Seized => FigureIntake.Seized,
        Intake.Found => FigureIntake.Found,
        Intake.Surrendered => FigureIntake.Surrendered,
    };

    /// <summary>Whether an item of an intake is meant.</summary>
    public static bool Takes(this FigureIntake intake, Intake item) => intake.One() is not { } one || one == item;
}
