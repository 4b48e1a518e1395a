using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.Benchmarks.DrawingPictures;

/// <summary>A picture in the making: brightness as numbers that may leave 0 to 255 until it is developed.</summary>
internal sealed class Scene(int width, int height, Random random)
{
    private float[] _light = new float[width * height];

    public int Width => width;

    public int Height => height;

    public void Fill(Func<int, int, float> light)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                _light[(y * width) + x] = light(x, y);
        }
    }

    /// <summary>Changes the brightness of the pixels of a rectangle; what lies outside the picture is left out.</summary>
    public void Change(double left, double top, double right, double bottom, Func<int, int, float, float> change)
    {
        for (var y = Math.Max(0, (int)top); y <= Math.Min(height - 1, (int)bottom); y++)
        {
            for (var x = Math.Max(0, (int)left); x <= Math.Min(width - 1, (int)right); x++)
                _light[(y * width) + x] = change(x, y, _light[(y * width) + x]);
        }
    }

    public void Noise(float deviation)
    {
        for (var i = 0; i < _light.Length; i++)
            _light[i] += deviation * Gauss();
    }

    /// <summary>A lens out of focus: a Gaussian of this deviation, in pixels.</summary>
    public void Blur(double deviation)
    {
        var reach = (int)Math.Ceiling(3 * deviation);
        var weights = Enumerable.Range(-reach, (2 * reach) + 1).Select(i => (float)Math.Exp(-i * i / (2 * deviation * deviation))).ToArray();
        var total = weights.Sum();
        Along(weights, total, reach, 1, 0);
        Along(weights, total, reach, 0, 1);
    }

    public GreyPicture Develop() => new([.. _light.Select(light => (byte)Math.Clamp(MathF.Round(light), 0, 255))], width, height);

    public float Gauss() =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    public double Between(double least, double most) => least + ((most - least) * random.NextDouble());

    private void Along(float[] weights, float total, int reach, int dx, int dy)
    {
        var result = new float[_light.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                for (var i = -reach; i <= reach; i++)
                    sum += weights[i + reach] * _light[(Math.Clamp(y + (i * dy), 0, height - 1) * width) + Math.Clamp(x + (i * dx), 0, width - 1)];
                result[(y * width) + x] = sum / total;
            }
        }

        _light = result;
    }
}
