using System.Diagnostics;
using System.Net.Sockets;

namespace Digitize.Integration.Tests.Servers;

/// <summary>Azurite, Microsoft's Azure Storage emulator, on a free port; its data goes when disposed.</summary>
internal sealed class AzuriteServer : IAsyncDisposable
{
    // The emulator's published account; it opens nothing but the emulator.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly TempFolder _folder = new();
    private readonly int _port = FreePort.Take();
    private readonly Process _process;

    private AzuriteServer()
    {
        if (!File.Exists(Checkout.Azurite))
        {
            throw new InvalidOperationException($"{Checkout.Azurite} is missing: infra/prepare test installs it.");
        }

        _process = Process.Start(new ProcessStartInfo("sh",
        [
            "-c", "exec node \"$0\" \"$@\" >/dev/null 2>&1", Checkout.Azurite, "--blobHost", "127.0.0.1", "--blobPort", $"{_port}",
            "--location", _folder.Path, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ]))!;
    }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{_port}/{Account};";

    public static async Task<AzuriteServer> StartAsync()
    {
        var server = new AzuriteServer();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", server._port);
                return server;
            }
            catch (SocketException) when (attempt < 300 && !server._process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }
}
