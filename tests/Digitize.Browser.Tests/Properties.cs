// The browser and the signals are those of Linux; CI and the machines that this runs on are such.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
