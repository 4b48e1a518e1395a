using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Firearms.Registering;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>What an item must keep to beyond what its types enforce.</summary>
internal static class ItemRules
{
    private const int MostQuantity = 1_000_000_000;
    private const int MostListed = 50;
    private const int FirstYear = 1500;

    public static Refusal? Broken(SeizedItemEntry item, DateTimeOffset now)
    {
        var errors = Shape(item).Concat(Contents(item, now)).ToList();
        return errors.Count > 0 ? SeizureErrors.Item(errors) : null;
    }

    private static IEnumerable<InputError> Shape(SeizedItemEntry item)
    {
        var kind = Codes.Of(item.Kind);
        if ((item.Kind == ItemKind.Firearm) != (item.Arm is not null))
            yield return new InputError("/item/arm", kind, "Must be given for a firearm, and for nothing else.");
        if ((item.Kind == ItemKind.Part) != (item.Part is not null))
            yield return new InputError("/item/part", kind, "Must be given for a part, and for nothing else.");
        if (item.Kind != ItemKind.Firearm && item.RegisteredFirearm is not null)
            yield return new InputError("/item/registeredFirearm", kind, "Only a firearm can be a registered firearm.");
        if (item.Kind == ItemKind.Firearm ? item.Quantity != 1 : item.Quantity is < 1 or > MostQuantity)
        {
            yield return new InputError("/item/quantity", item.Quantity.ToString(CultureInfo.InvariantCulture),
                item.Kind == ItemKind.Firearm ? "Every firearm is an item of its own." : $"Must be a number from 1 to {MostQuantity}.",
                null, "1");
        }

        if (item.Marks.Count > MostListed)
            yield return new InputError("/item/marks", null, $"Must be {MostListed} marks at the most.");
        if (item.Photos.Count > MostListed || item.Photos.Distinct().Count() != item.Photos.Count)
            yield return new InputError("/item/photos", null, $"Must be {MostListed} photos at the most, each once.");
    }

    private static IEnumerable<InputError> Contents(SeizedItemEntry item, DateTimeOffset now)
    {
        int? year = item.YearOfManufacture.TryGet(out var known) ? known : null;
        if (year is { } made && (made < FirstYear || made > now.Year + 1))
        {
            yield return new InputError("/item/yearOfManufacture", made.ToString(CultureInfo.InvariantCulture),
                $"Must be a year from {FirstYear} to the present one.");
        }

        if (item.Arm is { Antique: true } && !(year <= RegisterFirearm.LastAntiqueYear))
        {
            yield return new InputError("/item/arm/antique", "true", "An antique needs a known year of manufacture, 1899 or earlier.",
                "Firearms Protocol Art. 3(a)", "false");
        }

        foreach (var (index, mark) in item.Marks.Index())
        {
            if (mark.How?.ExaminedOn is { } on && Today.IsBefore(on, now))
                yield return new InputError($"/item/marks/{index}/how/examinedOn", on.ToString(), "Must not lie in the future.");
        }

        if (item.Arm is { Marking: MarkingState.NeverMarked } && item.Marks.Count > 0)
        {
            yield return new InputError("/item/arm/marking", Codes.Of(MarkingState.NeverMarked),
                "An arm from which marks were read is not one that never bore any.", null, Codes.Of(MarkingState.NotUniquelyMarked));
        }
    }
}
