"""Precision and recall of each check over pages whose faults are known, with counts."""
from collections import defaultdict

FAILED = "warn", "refuse"


def show(pages, kinds):
    checks = list(dict.fromkeys(check for _, check, _ in kinds if check))
    found = {page["file"]: {check["name"] for check in page["checks"] if check["verdict"] in FAILED} for page in pages}
    print(f"{len(pages)} pages, {sum(page['check'] is None for page in pages)} of them sound\n")
    print("| check | pages with the fault | found | recall | flagged without it | precision |")
    print("|---|---|---|---|---|---|")
    for check in checks:
        faulty = [page for page in pages if page["check"] == check]
        right = sum(check in found[page["file"]] for page in faulty)
        wrong = sum(check in found[page["file"]] for page in pages if page["check"] != check)
        print(f"| {check} | {len(faulty)} | {right} | {share(right, len(faulty))} | {wrong} of {len(pages) - len(faulty)} "
              f"| {share(right, right + wrong)} |")
    strengths = defaultdict(list)
    for page in pages:
        if page["check"]:
            strengths[page["kind"], page["strength"]].append(page["check"] in found[page["file"]])
    print("\n| fault | strength | found |\n|---|---|---|")
    for (kind, strength), hits in sorted(strengths.items()):
        print(f"| {kind} | {strength} | {sum(hits)} of {len(hits)} |")
    alarms = [(page["file"], sorted(found[page["file"]] - {page["check"]})) for page in pages]
    print("\nflagged without the fault:", *[f"\n  {name}: {', '.join(wrong)}" for name, wrong in alarms if wrong] or ["none"])
    figures(pages)


def share(part, whole):
    return f"{part / whole:.1%}" if whole else "–"


def figures(pages):
    """How far each figure of faulty pages stands from that of all others."""
    print("\n| check | others: 1 %, median, 99 % | with the fault: 5 %, median, 95 % |\n|---|---|---|")
    for check in dict.fromkeys(page["check"] for page in pages if page["check"]):
        groups = [sorted(c["measured"] for page in pages if (page["check"] == check) == faulty
                         for c in page["checks"] if c["name"] == check and c["measured"] is not None) for faulty in (False, True)]
        print(f"| {check} |", " | ".join(
            ", ".join(f"{group[min(len(group) - 1, int(len(group) * at))]:.4g}" for at in ats) if group else "–"
            for group, ats in zip(groups, [(0.01, 0.5, 0.99), (0.05, 0.5, 0.95)])), "|")
