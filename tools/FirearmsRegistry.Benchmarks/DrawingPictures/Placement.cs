namespace FirearmsRegistry.Benchmarks.DrawingPictures;

/// <summary>Where a symbol lies in a picture.</summary>
/// <param name="CentreX">In pixels.</param>
/// <param name="CentreY">In pixels.</param>
/// <param name="Module">The edge of a module, in pixels.</param>
/// <param name="Degrees">Clockwise.</param>
internal readonly record struct Placement(double CentreX, double CentreY, double Module, double Degrees)
{
    /// <summary>Somewhere in a picture where the whole symbol is seen, with a margin.</summary>
    internal static Placement Somewhere(Scene scene, double modules, (double Least, double Most) module, double mostDegrees)
    {
        var edge = scene.Between(module.Least, module.Most);
        var degrees = scene.Between(-mostDegrees, mostDegrees);
        var reach = edge * (modules + 4) * Math.Sqrt(0.5);
        return new Placement(scene.Between(reach, scene.Width - reach), scene.Between(reach, scene.Height - reach), edge, degrees);
    }

    /// <summary>The place in the symbol, in modules from its centre, of a place in the picture.</summary>
    internal (double Column, double Row) ToSymbol(double x, double y)
    {
        var (sin, cos) = Math.SinCos(Degrees * Math.PI / 180);
        var (dx, dy) = ((x - CentreX) / Module, (y - CentreY) / Module);
        return ((dx * cos) + (dy * sin), (dy * cos) - (dx * sin));
    }
}
