using Digitize.Formats.Export;

namespace Digitize.Formats.Tests.Samples;

/// <summary>Two small JPEG files, 150 by 200 pixels at 50 ppi: bars on paper, drawn for these tests.</summary>
internal static class SampleImages
{
    public static PageImage Grey { get; } = Of(
        1,
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j" +
        "q62rZ4C8ybqmx5moq6T/wAALCADIAJYBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF" +
        "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW" +
        "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi" +
        "4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AOgoooooooooooooooooooooooooooooooooooooooooooooooooooooooooorha" +
        "KKKKKKKKKKKKK7Kw/wCPC3/65L/IVYooooooooooooooooooooooooooooooooooooooooorhaKKKKKKKKKKKKK7Kw/48Lf/AK5L" +
        "/IVYooooooooooooooooooooooooooooooooooooooooorhaKKKKKKKKKKKKK7Kw/wCPC3/65L/IVYoooooooooooooooooooooo" +
        "ooooooooooooooooooorhaKKKKKKKKKKKKK7Kw/48Lf/AK5L/IVYooooooooooooooooooooooooooooooooooooooooorhaKKKK" +
        "KKKKKKKKK7Kw/wCPC3/65L/IVYooooooooooooooooooooooooooooooooooooooooorhaKKKKKKKKKKKKK7Kw/48Lf/AK5L/IVY" +
        "ooooooooooooooooooooooooooooooooooooooooorhaKKKKKKKKKKKKK7Kw/wCPC3/65L/IVYoooooooooooooooooooooooooo" +
        "oooooooooooooooooooooooooooooooor//Z");

    public static PageImage Colour { get; } = Of(
        3,
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j" +
        "q62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk" +
        "pKSkpKSkpKT/wAARCADIAJYDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF" +
        "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW" +
        "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi" +
        "4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC" +
        "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm" +
        "Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq" +
        "8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDeoooqBhRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUVxFFA7Hb" +
        "0VxFFAWO3oriKKAsdvRXEUUBY7eiuIooCx29FcRRQFjt6K4iigLHb0VBY/8AHjb/APXJf5Cp6BBRRRQAUUUUAFFFFABRRRQAUUUU" +
        "AFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFAHEUV29FA7nEUV29FAXOIort6KAucRRXb0UBc4iiu3ooC5xFFdvRQFziKK7eigL" +
        "kFj/AMeNv/1yX+QqeiigQUUUUAFFFFABRXEUUDsdvRXEUUBY7eiuIooCx29FcRRQFjt6K4iigLHb0VxFFAWO3oriKKAsdvRUFj/x" +
        "42//AFyX+QqegQUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQBxFFdvRQO5xFFdvRQFziKK7" +
        "eigLnEUV29FAXOIort6KAucRRXb0UBc4iiu3ooC5BY/8eNv/ANcl/kKnoooEFFFFABRRRQAUVxFFA7Hb0VxFFAWO3oriKKAsdvRX" +
        "EUUBY7eiuIooCx29FcRRQFjt6K4iigLHb0VBY/8AHjb/APXJf5Cp6BBRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFF" +
        "FABRRRQAUUUUAFFFFAHEUV29FA7nEUV29FAXOIort6KAucRRXb0UBc4iiu3ooC5xFFdvRQFziKK7eigLkFj/AMeNv/1yX+Qqeiig" +
        "QUUUUAFFFFABRXEUUDsdvRXEUUBY7eiuIooCx29FcRRQFjt6K4iigLHb0VxFFAWO3oriKKAsdvRUFj/x42//AFyX+QqegQUUUUAF" +
        "FFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFA" +
        "BRRRQB//2Q==");

    private static PageImage Of(int components, string jpeg) => new(Convert.FromBase64String(jpeg), 150, 200, components, 50);
}
