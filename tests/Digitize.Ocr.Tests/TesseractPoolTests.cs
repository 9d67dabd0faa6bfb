using Digitize.Ocr.Engines.Tesseract;

namespace Digitize.Ocr.Tests;

public sealed class TesseractPoolTests
{
    private static readonly TesseractModelSet Vietnamese = new("vie", Choices: false);

    private static readonly TesseractModelSet French = new("fra", Choices: false);

    [Fact]
    public async Task UseAsync_ReusesTheEngine_WhenModelsAreTheSame()
    {
        using var room = new OcrRoom();

        var first = await room.Pool.UseAsync(Vietnamese, reader => reader, default);
        var second = await room.Pool.UseAsync(Vietnamese, reader => reader, default);

        Assert.Same(first, second);
        Assert.Equal(1, room.Pool.Made);
    }

    [Fact]
    public async Task UseAsync_MakesAnEngineForEachSetOfModels()
    {
        using var room = new OcrRoom();

        await room.Pool.UseAsync(Vietnamese, reader => reader, default);
        await room.Pool.UseAsync(French, reader => reader, default);
        await room.Pool.UseAsync(Vietnamese, reader => reader, default);

        Assert.Equal(2, room.Pool.Made);
    }

    [Fact]
    public async Task UseAsync_LetsGoOfTheOldestEngine_WhenTooManyAreIdle()
    {
        using var room = new OcrRoom(new TesseractOptions { IdleEngines = 1 });

        await room.Pool.UseAsync(Vietnamese, reader => reader, default);
        await room.Pool.UseAsync(French, reader => reader, default);
        await room.Pool.UseAsync(Vietnamese, reader => reader, default);

        Assert.Equal(3, room.Pool.Made);
    }

    [Fact]
    public async Task UseAsync_NeverWorksOnMoreThanItsWorkers_WhenManyAsk()
    {
        using var room = new OcrRoom(new TesseractOptions { Workers = 2 });
        var (now, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => room.Pool.UseAsync(
            Vietnamese,
            _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                Thread.Sleep(20);
                return Interlocked.Decrement(ref now);
            },
            default)));

        Assert.InRange(most, 1, 2);
        Assert.InRange(room.Pool.Made, 1, 2);
    }

    [Fact]
    public async Task UseAsync_StopsWaiting_WhenCancelled()
    {
        using var room = new OcrRoom(new TesseractOptions { Workers = 1 });
        using var held = new ManualResetEventSlim();
        var holder = room.Pool.UseAsync(
            Vietnamese,
            reader =>
            {
                held.Wait();
                return reader;
            },
            default);
        using var cancel = new CancellationTokenSource(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => room.Pool.UseAsync(Vietnamese, reader => reader, cancel.Token));

        held.Set();
        await holder;
    }

    [Fact]
    public async Task UseAsync_GivesTheEngineBack_WhenTheWorkThrows()
    {
        using var room = new OcrRoom(new TesseractOptions { Workers = 1 });

        await Assert.ThrowsAsync<FormatException>(
            () => room.Pool.UseAsync<int>(Vietnamese, _ => throw new FormatException(), default));

        await room.Pool.UseAsync(Vietnamese, reader => reader, default);
        Assert.Equal(1, room.Pool.Made);
    }

    [Fact]
    public async Task UseAsync_Throws_WhenDisposed()
    {
        var room = new OcrRoom();
        var pool = room.Pool;
        room.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.UseAsync(Vietnamese, reader => reader, default));
    }
}
