"""Reads one report as its consumer does and compares it with the JSON: report_readers.py FORMAT DIRECTORY"""
import csv, json, pathlib, re, sys

format, directory = sys.argv[1], pathlib.Path(sys.argv[2])
report = json.load(open(directory / "report.json"))
policies = [(s, p) for s in report["snapshots"] for p in s["policies"]]
findings = [(p, f) for _, p in policies for f in p["findings"]]
counted = [(p, f) for p, f in findings if f["status"] not in ("waived", "undetermined") and not f.get("baseline")]


def check_json():
    assert report["schema"] == "buildcover/check/1" and report["exitStatus"] in (0, 1, 2)
    text = (directory / "report.json").read_text()
    assert text.endswith("}\n") and "null" not in re.sub(r'"(\\.|[^"\\])*"', '""', text)
    for _, policy in policies:
        assert policy["verdict"] in ("holds", "fails", "warns", "vacuous", "noted")
        if "required" in policy:
            assert policy["required"] == sum(policy[k] for k in ("covered", "gaps", "waived", "undetermined"))
        assert len({json.dumps(f, sort_keys=True) for f in policy["findings"]}) == len(policy["findings"])


def check_sarif():
    sarif = json.load(open(directory / "report.sarif"))
    assert sarif["version"] == "2.1.0" and "2.1.0" in sarif["$schema"]
    for run in sarif["runs"]:
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        assert len(run["results"]) <= 5000
        prints = [r["partialFingerprints"] for r in run["results"]]
        assert all(r["ruleId"] in rules and r["message"]["text"] for r in run["results"])
        assert len({json.dumps(p, sort_keys=True) for p in prints}) == len(prints), "fingerprints are not unique"


def check_junit():
    from junitparser import JUnitXml
    xml = JUnitXml.fromfile(str(directory / "report.xml"))
    suites = list(xml)
    assert len(suites) == len(policies)
    broken = sum(1 for _, p in policies if p["verdict"] in ("fails",))
    assert sum(1 for suite in suites if suite.failures or suite.errors) >= broken


def check_gitlab():
    issues = json.load(open(directory / "report.gitlab.json"))
    assert isinstance(issues, list)
    for issue in issues:
        assert issue["description"] and issue["fingerprint"] and issue["check_name"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["path"] and issue["location"]["lines"]["begin"] >= 1
    assert len({i["fingerprint"] for i in issues}) == len(issues), "fingerprints are not unique"


def check_github():
    per_kind = {}
    for line in (directory / "report.github").read_text().split("\n"):
        if line.startswith("::"):
            command = re.fullmatch(r"::(error|warning|notice|group|endgroup|debug)( [^:]*)?::(.*)", line)
            assert command, f"no workflow command: {line[:120]}"
            per_kind[command[1]] = per_kind.get(command[1], 0) + 1
    assert all(per_kind.get(kind, 0) <= 10 for kind in ("error", "warning", "notice")), per_kind


def check_csv():
    rows = list(csv.DictReader(open(directory / "report.csv", newline="")))
    assert len(rows) == len(findings), f"{len(rows)} rows, {len(findings)} findings"
    for row in rows:
        for cell in row.values():
            assert not cell or cell[0] not in "=+-@\t\r", f"a spreadsheet would run {cell!r}"


def check_markdown():
    from markdown_it import MarkdownIt
    text = (directory / "report.md").read_text()
    assert len(text) <= 65000
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script" not in html and "<img" not in html and "javascript:" not in re.sub(r"<code>.*?</code>", "", html, flags=re.S)
    assert html.count("<details") == html.count("</details")


def check_text():
    text = (directory / "report.txt").read_text()
    assert "Exit status" in text.strip().split("\n")[-1]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


globals()["check_" + format]()
