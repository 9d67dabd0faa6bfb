using System.Xml.Linq;
using Digitize.Formats.Mets;
using Digitize.Formats.Records;
using Digitize.Formats.Tests.Samples;

namespace Digitize.Formats.Tests.Mets;

public sealed class MetsExporterTests
{
    private static readonly XNamespace Mets = "http://www.loc.gov/METS/";
    private static readonly XNamespace Premis = "http://www.loc.gov/premis/v3";
    private static readonly XNamespace Mods = "http://www.loc.gov/mods/v3";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    [Fact]
    public async Task Write_ListsEachFileOnce_WithAllThatIsKnownOfIt()
    {
        var mets = (await Written.ByAsync(new MetsExporter(), SampleDocuments.Full)).Xml;

        var groups = mets.Descendants(Mets + "fileGrp").ToDictionary(
            group => group.Attribute("USE")!.Value, group => group.Elements(Mets + "file").Count());
        var master = mets.Descendants(Mets + "file").First();
        var record = SampleDocuments.Full.Pages[0].Master;
        var expected = new Dictionary<string, int>
        {
            ["MASTER"] = 2, ["ACCESS"] = 2, ["ALTO"] = 2, ["PAGE"] = 2, ["HOCR"] = 2, ["TEXT"] = 2, ["PDF"] = 1, ["TEI"] = 1,
        };
        Assert.Equal(expected, groups);
        Assert.Equal("12", master.Attribute("SIZE")!.Value);
        Assert.Equal(record.Sha256, master.Attribute("CHECKSUM")!.Value);
        Assert.Equal("SHA-256", master.Attribute("CHECKSUMTYPE")!.Value);
        Assert.Equal("image/tiff", master.Attribute("MIMETYPE")!.Value);
        Assert.Equal("2026-03-14T09:26:53Z", master.Attribute("CREATED")!.Value);
        Assert.Equal("master-1.tif", master.Element(Mets + "FLocat")!.Attribute(XLink + "href")!.Value);
    }

    [Fact]
    public async Task Write_OrdersThePages_AndLinksTheWorkToThem()
    {
        var mets = (await Written.ByAsync(new MetsExporter(), SampleDocuments.Full)).Xml;

        var pages = mets.Descendants(Mets + "div").Where(div => div.Attribute("TYPE")?.Value == "page").ToList();
        Assert.Equal(
            [("1", "1a", 6), ("2", "1b", 6), ("3", null, 1)],
            pages.Select(page => (
                page.Attribute("ORDER")!.Value,
                page.Attribute("ORDERLABEL")?.Value,
                page.Elements(Mets + "fptr").Count())));
        Assert.Equal(
            ["PHYS_0000", "PHYS_0001", "PHYS_0002", "PHYS_0003"],
            mets.Descendants(Mets + "smLink").Select(link => link.Attribute(XLink + "to")!.Value));
    }

    [Fact]
    public async Task Write_SaysThatAMasterWasASource_NeverThatItWasChanged()
    {
        var premis = (await Written.ByAsync(new PremisExporter(), SampleDocuments.Full)).Xml;

        var roles = Event(premis, "deskewing").Elements(Premis + "linkingObjectIdentifier").Select(linked => (
            linked.Element(Premis + "linkingObjectIdentifierValue")!.Value.Split('/')[1],
            linked.Element(Premis + "linkingObjectRole")?.Value));
        Assert.Equal([("master", "source"), ("pages", "outcome")], roles);
    }

    [Fact]
    public async Task Write_LinksAnEventToTheMasterOrTheDocument_WhenItsFileIsMissing()
    {
        var premis = (await Written.ByAsync(new PremisExporter(), SampleDocuments.Full)).Xml;

        var document = SampleDocuments.Full.Id.ToString();
        var master = $"{document}/master/{SampleDocuments.Full.Pages[2].Master.Sha256}";
        Assert.Equal(document, Linked(Event(premis, "quality review")));
        Assert.Equal(master, Linked(premis.Elements(Premis + "event").Single(done => done.Value.Contains("failure"))));
    }

    [Fact]
    public async Task Write_NamesEachAgentOnce()
    {
        var premis = (await Written.ByAsync(new PremisExporter(), SampleDocuments.Full)).Xml;

        Assert.Equal(
            [("software", "digitize", "0.1.0"), ("software", "han-nom", "0.1"), ("person", "nguyen.thi.hoa", null)],
            premis.Elements(Premis + "agent").Select(agent => (
                agent.Element(Premis + "agentType")!.Value,
                agent.Element(Premis + "agentName")!.Value,
                agent.Element(Premis + "agentVersion")?.Value)));
    }

    [Fact]
    public async Task Write_HasATermForEveryEventType()
    {
        var agent = new PreservationAgent(AgentKind.Software, "digitize");
        var document = SampleDocuments.Sparse with
        {
            Events = [.. Enum.GetValues<PreservationEventType>().Select(type => new PreservationEvent(type, SampleDocuments.At, agent))],
        };

        var premis = (await Written.ByAsync(new PremisExporter(), document)).Xml;

        var terms = premis.Descendants(Premis + "eventType").Select(term => term.Value).ToList();
        Assert.Equal(document.Events.Count, terms.Distinct().Count());
    }

    [Fact]
    public async Task Mods_LeavesOut_WhatTheCatalogueDoesNotSay()
    {
        var mods = (await Written.ByAsync(new ModsExporter(), SampleDocuments.WithoutPages with { Creator = " " })).Xml;

        Assert.Equal(
            ["titleInfo", "typeOfResource", "physicalDescription", "identifier", "identifier", "location", "recordInfo"],
            mods.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public async Task Mods_CarriesTheCatalogue_WhenItSaysAll()
    {
        var mods = (await Written.ByAsync(new ModsExporter(), SampleDocuments.Full)).Xml;

        Assert.Equal("Nguyễn Du", mods.Descendants(Mods + "namePart").Single().Value);
        Assert.Equal("Tự Đức 24 [1871]", mods.Descendants(Mods + "displayDate").Single().Value);
        Assert.Equal("AB.61 <2>", mods.Descendants(Mods + "shelfLocator").Single().Value);
        Assert.Equal("vi-Hani", mods.Descendants(Mods + "languageTerm").Single().Value);
        Assert.Equal(
            "http://creativecommons.org/publicdomain/mark/1.0/",
            mods.Element(Mods + "accessCondition")!.Attribute(XLink + "href")!.Value);
    }

    private static XElement Event(XElement premis, string type) =>
        premis.Elements(Premis + "event").Single(done => done.Element(Premis + "eventType")!.Value == type);

    private static string Linked(XElement done) =>
        done.Descendants(Premis + "linkingObjectIdentifierValue").Single().Value;
}
