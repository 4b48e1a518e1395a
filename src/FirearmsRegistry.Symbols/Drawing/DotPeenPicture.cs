using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Symbols.Drawing;

/// <summary>A camera's view of a symbol of separate round dents, struck by a pin into brushed metal, with light from one side.</summary>
public static class DotPeenPicture
{
    /// <summary>Draws it; the same seed gives the same picture.</summary>
    /// <param name="matrix">The symbol.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="seed">
    /// Of place, angle (±15°), size (9 to 16 pixels a module), the dents' diameter (0.6 to 0.8 of a module) and their jitter, the metal and the
    /// light.
    /// </param>
    public static GreyPicture Draw(ModuleMatrix matrix, int width, int height, int seed)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var scene = new Scene(width, height, new Random(seed));
        var direction = scene.Between(0, 2 * Math.PI);
        var (lightY, lightX) = Math.SinCos(direction);
        var (metal, slope) = (scene.Between(140, 175), scene.Between(20, 60));
        scene.Fill((x, y) => (float)(metal + (slope * ((lightX * ((double)x / width - 0.5)) + (lightY * ((double)y / height - 0.5))))));
        scene.Brush((float)scene.Between(4, 10), (int)scene.Between(30, 90));

        var size = Math.Max(matrix.Columns, matrix.Rows);
        var most = Math.Min(16, (Math.Min(width, height) - 4) / ((size + 4) * Math.Sqrt(2)));
        var placement = Placement.Somewhere(scene, size, (Math.Min(9, most), most), 15);
        var radius = placement.Module * scene.Between(0.6, 0.8) / 2;
        var jitter = scene.Between(0.02, 0.06);
        var (depth, glint) = (scene.Between(60, 95), scene.Between(30, 55));
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                if (!matrix[column, row])
                    continue;
                var (x, y) = placement.ToPicture(
                    column + 0.5 - (matrix.Columns / 2.0) + (jitter * scene.Gauss()), row + 0.5 - (matrix.Rows / 2.0) + (jitter * scene.Gauss()));
                Strike(scene, x, y, radius * (1 + (0.04 * scene.Gauss())), depth, (lightX * glint, lightY * glint));
            }
        }

        scene.Blur(scene.Between(0.6, 1.1));
        scene.Noise((float)scene.Between(3, 8));
        return scene.Develop();
    }

    /// <summary>A dent lies in its own shadow; the wall that faces the light shines.</summary>
    private static void Strike(Scene scene, double x, double y, double radius, double depth, (double X, double Y) glint) =>
        scene.Change(x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1, (px, py, light) =>
        {
            var (dx, dy) = ((px - x) / radius, (py - y) / radius);
            var square = (dx * dx) + (dy * dy);
            return square > 1 ? light : (float)(light - (depth * (1 - (0.5 * square))) - (dx * glint.X) - (dy * glint.Y));
        });
}
