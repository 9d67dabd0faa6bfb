using Digitize.Formats.Export;

namespace Digitize.Formats.Tests.Samples;

/// <summary>Two small JPEG files, 24 by 32 pixels: lines on paper, drawn for these tests.</summary>
internal static class SampleImages
{
    public static PageImage Grey { get; } = new(Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO" +
        "UlNSMj5aYVpQYEpRUk//wAALCAAgABgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF" +
        "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW" +
        "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi" +
        "4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AO6unvE2fY4IJc53ebMY8emMK2e/pVfztY/58LD/AMDX/wDjVWLV7x9/2yCCLGNv" +
        "lTGTPrnKrjt60XVvLPs8q9nttuc+UEO767lP6etV/wCz7r/oNX//AHxB/wDG6sWtvLBv829nud2MeaEG36bVH6+lV9VXTm8r+0bH" +
        "7V12f6G0+3pnopx2+uPas/y/Dv8A0BP/ACkSf/G60NKXTl83+zrH7L03/wChtBu646qM9/pn3rQoor//2Q=="), 24, 32, 1, 2);

    public static PageImage Colour { get; } = new(Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO" +
        "UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P" +
        "T09PT09PT0//wAARCAAgABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF" +
        "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW" +
        "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi" +
        "4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC" +
        "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm" +
        "Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq" +
        "8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDtrp7xdv2OCCXOd3mzGPHpjCtnv6VX83V/+fGx/wDAx/8A41Vi6t5Z9vlXk9ttznygh3fX" +
        "cp/Sq/2C6/6DN9/3xB/8brEssWr3jbvtkEEWMbfKmMmfXOVXHb1ootbeWDd5t5Pc7sY80INv02qP1ooAr6ount5X9oWX2nrs/wBE" +
        "afb0z0U47fXHtVDy/D3/AEBf/KTJ/wDG636KAM/S109fN/s+y+zdN/8AojQbuuOqjPf6Z96K0KKAP//Z"), 24, 32, 3, 4);
}
