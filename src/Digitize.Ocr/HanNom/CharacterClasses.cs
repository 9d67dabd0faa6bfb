using System.Text;

namespace Digitize.Ocr.HanNom;

/// <summary>What the numbers of the classifier mean.</summary>
internal sealed class CharacterClasses
{
    /// <summary>A piece that holds no single whole character.</summary>
    internal const int Reject = 0;

    /// <summary>A circle or dot of punctuation: a mark, not text.</summary>
    internal const int Circle = 1;

    /// <summary>The first class of a character.</summary>
    internal const int First = 2;

    private readonly string[] _characters;

    private CharacterClasses(string[] characters) => _characters = characters;

    internal int Count => _characters.Length + First;

    internal string this[int number] => _characters[number - First];

    internal static bool IsCharacter(int number) => number >= First;

    /// <exception cref="InvalidDataException">A line is not one character.</exception>
    internal static CharacterClasses Read(string path)
    {
        var lines = File.ReadAllLines(path, Encoding.UTF8);
        return lines.All(line => line.EnumerateRunes().Count() == 1)
            ? new CharacterClasses(lines)
            : throw new InvalidDataException($"{path}: not one character a line.");
    }
}
