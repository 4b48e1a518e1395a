using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.Symbols.Tests;

/// <summary>Lays pictures on a white desk.</summary>
internal static class Desk
{
    public static GreyPicture Lay(int width, int height, params (GreyPicture Picture, double X, double Y, double Degrees)[] pictures)
    {
        var desk = new GreyPicture(width, height);
        desk.Pixels.Fill(255);
        foreach (var (picture, centreX, centreY, degrees) in pictures)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var (dx, dy) = (x + 0.5 - centreX, y + 0.5 - centreY);
                    var (sourceX, sourceY) = ((dx * cos) + (dy * sin) + (picture.Width / 2.0), (dy * cos) - (dx * sin) + (picture.Height / 2.0));
                    if (sourceX >= 0 && sourceY >= 0 && sourceX < picture.Width && sourceY < picture.Height)
                        desk.Pixels[(y * width) + x] = picture.Pixels[((int)sourceY * picture.Width) + (int)sourceX];
                }
            }
        }

        return desk;
    }
}
