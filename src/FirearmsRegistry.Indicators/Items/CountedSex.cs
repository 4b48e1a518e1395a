namespace FirearmsRegistry.Indicators.Items;

/// <summary>The sex of the persons counted, as the questionnaire tells them apart.</summary>
public enum CountedSex
{
    /// <summary>All persons, or a count that is not of persons.</summary>
    Total,

    /// <summary>Women and girls.</summary>
    Female,

    /// <summary>Men and boys.</summary>
    Male,

    /// <summary>Persons whose sex is not known.</summary>
    Unknown,
}
