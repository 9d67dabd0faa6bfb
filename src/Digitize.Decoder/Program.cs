using System.Text.Json;
using Digitize.Decoder;
using Digitize.Decoder.Pdf;

// Reads one hostile file and ends. Whoever started this set the limits on time and memory (docs/adr/0009).
_ = EndWithParentAsync();
var request = DecoderRequest.Of(args);
DecoderAnswer answer;
try
{
    answer = (request.MediaType == DecoderRequest.Pdf, request.Verb) switch
    {
        (true, DecoderRequest.Header) => PdfScan.Header(request),
        (true, _) => PdfScan.TakeOut(request),
        (false, DecoderRequest.Header) => ForeignPicture.Header(request),
        (false, _) => ForeignPicture.Decode(request),
    };
}
catch (DecoderFault fault)
{
    answer = new DecoderAnswer { FaultCode = fault.Code, Fault = fault.Message };
}
catch (OutOfMemoryException)
{
    answer = new DecoderAnswer { FaultCode = "image-memory", Fault = "out of memory" };
}
catch (Exception fault) when (fault is not (IOException or UnauthorizedAccessException))
{
    // Libraries meet hostile bytes with whatever exception the spot happens to raise.
    answer = new DecoderAnswer { Fault = fault.Message };
}

Console.Out.WriteLine(JsonSerializer.Serialize(answer, DecoderJson.Default.DecoderAnswer));

// Standard input closes when the worker dies, however it dies; then nobody waits for this any more.
static async Task EndWithParentAsync()
{
    var input = Console.OpenStandardInput();
    while (await input.ReadAsync(new byte[1]) > 0)
    {
    }

    Environment.Exit(1);
}
