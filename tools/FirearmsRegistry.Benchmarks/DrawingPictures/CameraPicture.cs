using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Benchmarks.DrawingPictures;

/// <summary>A camera's view of a printed label on a cluttered bench: uneven light, noise, a lens a little out of focus.</summary>
internal static class CameraPicture
{
    /// <summary>Draws it; the same seed gives the same picture.</summary>
    /// <param name="matrix">The label's symbol.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="seed">Of place, angle (±20°), size (4 to 8 pixels a module), light, clutter, blur and noise.</param>
    public static GreyPicture Draw(ModuleMatrix matrix, int width, int height, int seed)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var scene = new Scene(width, height, new Random(seed));
        var (slopeX, slopeY) = (scene.Between(-60, 60), scene.Between(-60, 60));
        scene.Fill((x, y) => (float)(120 + (slopeX * ((double)x / width - 0.5)) + (slopeY * ((double)y / height - 0.5))));
        for (var i = 0; i < 25; i++)
            Clutter(scene);

        var size = Math.Max(matrix.Columns, matrix.Rows);
        var placement = Placement.Somewhere(scene, size, (4, 8), 20);
        var (paper, ink) = (scene.Between(170, 230), scene.Between(20, 70));
        var reach = placement.Module * (size + 4);
        scene.Change(placement.CentreX - reach, placement.CentreY - reach, placement.CentreX + reach, placement.CentreY + reach, (x, y, light) =>
        {
            var (column, row) = placement.ToSymbol(x, y);
            (column, row) = (column + (matrix.Columns / 2.0), row + (matrix.Rows / 2.0));
            if (column < -2 || row < -2 || column >= matrix.Columns + 2 || row >= matrix.Rows + 2)
                return light;
            var inside = column >= 0 && row >= 0 && column < matrix.Columns && row < matrix.Rows;
            return (float)((light - 120) / 2 + (inside && matrix[(int)column, (int)row] ? ink : paper));
        });

        scene.Blur(scene.Between(0.6, 1.4));
        scene.Noise((float)scene.Between(4, 12));
        return scene.Develop();
    }

    private static void Clutter(Scene scene)
    {
        var (x, y) = (scene.Between(0, scene.Width), scene.Between(0, scene.Height));
        var (width, height) = (scene.Between(10, 200), scene.Between(5, 120));
        var change = (float)scene.Between(-70, 70);
        scene.Change(x, y, x + width, y + height, (_, _, light) => light + change);
    }
}
