namespace FirearmsRegistry.Indicators.Items;

/// <summary>What an item of a seizure is. Only firearms enter the indicator; parts and ammunition are counted beside it.</summary>
public enum ItemKind
{
    /// <summary>One arm.</summary>
    Firearm,

    /// <summary>A quantity of one kind of part or component.</summary>
    Part,

    /// <summary>A quantity of ammunition.</summary>
    Ammunition,
}
