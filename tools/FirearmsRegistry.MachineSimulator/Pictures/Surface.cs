using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.MachineSimulator.Pictures;

/// <summary>Brushed metal under a lamp from the left, and the dimples that a needle makes in it.</summary>
internal sealed class Surface
{
    private const double Metal = 165;
    private const double Brushing = 14;
    private const double Lamp = 40;
    private const double Floor = 110;
    private const double Flank = 45;

    private static readonly double[] Normals = DrawNormals();

    private readonly double[] _grey;
    private readonly int _width;
    private readonly int _height;
    private readonly Random _random;

    public Surface(int width, int height, Random random)
    {
        (_width, _height, _random) = (width, height, random);
        _grey = new double[width * height];
        for (var y = 0; y < height; y++)
        {
            // A stroke of the brush runs along the row, and drifts.
            var stroke = (random.NextDouble() * 2 - 1) * Brushing;
            for (var x = 0; x < width; x++)
            {
                stroke += (random.NextDouble() * 2 - 1) * 0.6 - stroke * 0.004;
                _grey[y * width + x] = Metal + stroke + Lamp * (0.5 - (double)x / width);
            }
        }
    }

    /// <summary>Makes a dimple: dark, darker on the side towards the lamp, with a light rim on the other.</summary>
    public void Strike(double centreX, double centreY, double radius)
    {
        for (var y = (int)(centreY - radius - 1); y <= centreY + radius + 1; y++)
            for (var x = (int)(centreX - radius - 1); x <= centreX + radius + 1; x++)
            {
                if (x < 0 || y < 0 || x >= _width || y >= _height)
                    continue;
                var (dx, dy) = (x + 0.5 - centreX, y + 0.5 - centreY);
                var cover = Math.Clamp(radius + 0.5 - Math.Sqrt(dx * dx + dy * dy), 0, 1);
                var dimple = Metal - Floor + Flank * dx / radius;
                _grey[y * _width + x] = _grey[y * _width + x] * (1 - cover) + (Metal - Floor - 5 + dimple * 0.6) * cover;
            }
    }

    /// <summary>The picture with normally distributed noise of a standard deviation in grey levels.</summary>
    public GreyPicture Picture(double noise)
    {
        var picture = new GreyPicture(_width, _height);
        for (var i = 0; i < _grey.Length; i++)
            picture.Pixels[i] = (byte)Math.Clamp(_grey[i] + noise * Normals[_random.Next(Normals.Length)], 0, 255);
        return picture;
    }

    // Drawn once: a logarithm and a cosine for each pixel of each picture would cost more than all else that is drawn.
    private static double[] DrawNormals()
    {
        var random = new Random(1);
        var normals = new double[1 << 16];
        for (var i = 0; i < normals.Length; i++)
            normals[i] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return normals;
    }
}
