"""Adds up the test runs' result files, names what failed and what was skipped and why, and prints the closing line."""
import pathlib
import sys
import xml.etree.ElementTree as ET

SPACE = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}

counts = {"Passed": 0, "Failed": 0, "NotExecuted": 0}
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.trx")):
    for result in ET.parse(path).getroot().iterfind(".//t:UnitTestResult", SPACE):
        outcome = result.get("outcome")
        counts[outcome] = counts.get(outcome, 0) + 1
        if outcome == "NotExecuted":
            reason = result.findtext(".//t:Message", default="no reason given", namespaces=SPACE)
            print(f"skipped: {result.get('testName')}: {reason.strip()}")
        elif outcome != "Passed":
            print(f"failed: {result.get('testName')}")

print(f"{counts['Passed']} passed, {counts['Failed']} failed, {counts['NotExecuted']} skipped")
sys.exit(0 if counts["Failed"] == 0 and counts["Passed"] > 0 else 1)
