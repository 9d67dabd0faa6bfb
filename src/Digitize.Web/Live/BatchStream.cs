using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Digitize.Web.Access;

namespace Digitize.Web.Live;

/// <summary>
/// <c>GET /batches/stream</c>: events <c>changed</c> with <c>{"batchId": …}</c>, null for all, and <c>alive</c> while nothing
/// happens. 503 when too many watch; the screen then polls.
/// </summary>
internal static class BatchStream
{
    private static readonly TimeSpan AliveEvery = TimeSpan.FromSeconds(15);

    public static void MapBatchStream(this IEndpointRouteBuilder app) =>
        app.MapGet("/batches/stream", (BatchBoard board, TimeProvider clock, HttpResponse response, CancellationToken ct) =>
        {
            if (board.Join() is not { } watch)
            {
                response.Headers.RetryAfter = "60";
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }

            response.RegisterForDispose(watch);
            return (IResult)TypedResults.ServerSentEvents(ReadAsync(watch, clock, ct));
        }).RequireAuthorization(Policies.Staff);

    private static async IAsyncEnumerable<SseItem<BatchChange?>> ReadAsync(
        BatchBoard.Watch watch, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        // Nothing reaches the client before the first event, not even that the stream is open.
        yield return new SseItem<BatchChange?>(null, "alive");
        while (!ct.IsCancellationRequested)
        {
            var alive = false;
            using (var wait = CancellationTokenSource.CreateLinkedTokenSource(ct))
            await using (clock.CreateTimer(_ => Cancel(wait), null, AliveEvery, Timeout.InfiniteTimeSpan))
            {
                try
                {
                    if (!await watch.Changes.WaitToReadAsync(wait.Token))
                    {
                        yield break;
                    }
                }
                catch (OperationCanceledException) when (!ct.IsCancellationRequested)
                {
                    alive = true;
                }
            }

            if (alive)
            {
                yield return new SseItem<BatchChange?>(null, "alive");
            }

            while (watch.Changes.TryRead(out var change))
            {
                yield return new SseItem<BatchChange?>(change, "changed");
            }
        }
    }

    private static void Cancel(CancellationTokenSource wait)
    {
        try
        {
            wait.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The wait ended in the same moment.
        }
    }
}
