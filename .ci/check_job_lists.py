"""Compares what was written and what ran with the plan. Usage: check_job_lists.py CHECK PLAN.json FILE..."""
import csv
import json
import os
import pathlib
import subprocess
import sys

import yaml

RUNTIMES = "gcc-runtime", "intel-oneapi-runtime"
CACHE = os.environ.get("BUILDCACHE", "")


def builds(path):
    plan = json.loads(pathlib.Path(path).read_text())
    return [(snapshot["snapshot"], build) for snapshot in plan["snapshots"] for build in snapshot["builds"]]


def specs(path):
    return sorted(build["spec"] for _, build in builds(path))


def same(what, got, wanted):
    if got != wanted:
        only = [x for x in got if x not in wanted][:3], [x for x in wanted if x not in got][:3]
        sys.exit(f"{what}: {len(got)} and {len(wanted)}; only here: {only[0]}; only there: {only[1]}")


def calls(record):
    lines = pathlib.Path(record).read_text().splitlines()
    return [line.split("\x1f")[:-1] for line in lines]


def check_json(path):
    text = pathlib.Path(path).read_text()
    again = json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
    same("printed again", again.translate({c: f"\\u{c:04x}" for c in range(0x7F, 0xA0)}).splitlines(), text.splitlines())


def check_csv(plan, path):
    rows = list(csv.DictReader(open(path, newline="", encoding="utf-8")))
    same("specs", sorted(row["spec"] for row in rows if row["row"] == "build"), specs(plan))
    parsed = json.loads(pathlib.Path(plan).read_text())["snapshots"]
    for kind in "unplannable", "refused":
        same(kind, [1 for row in rows if row["row"] == kind], [1 for s in parsed for _ in s[kind]])
    if any(cell and cell[0] in "=+-@\t\r\n" for row in rows for cell in row.values()):
        sys.exit("a cell begins like a formula")


def gitlab_jobs(path):
    """The jobs with their variables, matrices spread out as GitLab does."""
    text = pathlib.Path(path).read_text()
    nodes = yaml.compose(text)
    names = [key.value for key, _ in nodes.value]
    same("job names", names, list(dict.fromkeys(names)))
    pipeline = yaml.safe_load(text)
    stages = pipeline.pop("stages")
    hidden = {name: job for name, job in pipeline.items() if name.startswith(".")}
    for name, job in pipeline.items():
        if name in hidden:
            continue
        job = {**hidden.get(job.get("extends"), {}), **job}
        if job["stage"] not in stages:
            sys.exit(f"no stage {job['stage']}")
        matrix = job.get("parallel", {}).get("matrix", [{}])
        if len(matrix) > 200:
            sys.exit(f"{len(matrix)} entries in the matrix of {name}")
        for entry in matrix:
            full = f"{name}: [{', '.join(entry.values())}]" if entry else name
            if len(full.encode()) > 255:
                sys.exit(f"the name of a job is too long: {full}")
            yield full, job, {**job.get("variables", {}), **entry}


def check_gitlab(plan, path):
    jobs = list(gitlab_jobs(path))
    if not jobs:
        sys.exit("a pipeline without jobs is not valid")
    same("job names", sorted(name for name, _, _ in jobs), sorted({name for name, _, _ in jobs}))
    wanted = builds(plan)
    jobs = [(job, variables) for _, job, variables in jobs if "BUILDCOVER_SPEC" in variables]
    same("specs", sorted(variables["BUILDCOVER_SPEC"] for _, variables in jobs), specs(plan))
    by_spec = {build["spec"]: build for _, build in wanted}
    for job, variables in jobs:
        build = by_spec[variables["BUILDCOVER_SPEC"]]
        if job["tags"] != [f"target={build['target']}"] or job["stage"] != f"wave-{build['wave']}":
            sys.exit(f"wrong tags or stage: {job}")


def check_gitlab_run(plan, path, record):
    wanted = []
    for _, job, variables in gitlab_jobs(path):
        script = "\n".join(job["script"])
        environment = {**os.environ, **{name: str(value) for name, value in variables.items()}}
        subprocess.run(["bash", "-eo", "pipefail", "-c", script], env=environment, check=True)
        if "BUILDCOVER_SPEC" in variables:
            place = "share/spack/gitlab/cloud_pipelines/stacks/" + variables["BUILDCOVER_STACK"]
            spec = variables["BUILDCOVER_SPEC"]
            wanted += [["-e", place, "add", spec], ["-e", place, "concretize"]]
            wanted += [["-e", place, "install", "--no-add", spec]]
            wanted += [["-e", place, "buildcache", "push", "--unsigned", CACHE, spec]]
    same("calls of spack", calls(record), wanted)
    same("specs", sorted(call[-1] for call in calls(record) if call[2] == "install"), specs(plan))


def check_github(plan, path):
    lines = pathlib.Path(path).read_text().splitlines()
    matrices = [json.loads(line)["include"] for line in lines]
    if any(len(matrix) > 256 or len({job["wave"] for job in matrix}) > 1 for matrix in matrices):
        sys.exit("a matrix is too long or spans waves")
    jobs = [job for matrix in matrices for job in matrix]
    same("specs", sorted(job["spec"] for job in jobs), specs(plan))
    same("waves", [int(job["wave"]) for job in jobs], sorted(int(job["wave"]) for job in jobs))


def check_spack(plan, directory):
    wanted = {}
    snapshots = {snapshot for snapshot, _ in builds(plan)}
    several = len(json.loads(pathlib.Path(plan).read_text())["snapshots"]) > 1
    for snapshot, build in builds(plan):
        spec = f"{build['package']}/{build['hash']}" if "hash" in build else build["abstract"]
        for stack in build["stacks"]:
            place = wanted.setdefault(f"{snapshot}/{stack}" if several else stack, set())
            # Spack refuses a runtime with another compiler's version.
            compiler = build.get("compiler", build["version"])
            if build["package"] not in RUNTIMES or compiler.split("@=")[-1] == build["version"]:
                place.add(spec)
    root = pathlib.Path(directory)
    files = {str(file.parent.relative_to(root)): file for file in root.rglob("spack.yaml")}
    same("environments", sorted(files), sorted(wanted))
    for place, file in files.items():
        environment = yaml.safe_load(file.read_text())
        same("keys", list(environment), ["spack"])
        same("specs", sorted(environment["spack"]["specs"]), sorted(wanted[place]))
        if environment["spack"]["concretizer"] != {"unify": False}:
            sys.exit("unify must be false")
        if any("patches=" in spec for spec in environment["spack"]["specs"]):
            sys.exit("Spack refuses patches=")


def check_ran(plan, record, logs, failing):
    wanted = []
    for spec in specs(plan):
        wanted.append(["install", spec])
        if spec != failing:
            wanted.append(["buildcache", "push", "--unsigned", CACHE, spec])
    same("calls of spack", sorted(calls(record)), sorted(wanted))
    statuses = sorted(file.read_text().strip() for file in pathlib.Path(logs).glob("*.status"))
    expected = ["0" if spec != failing else "3" for spec in specs(plan)]
    same("statuses", statuses, sorted(expected))


CHECKS = {
    "json": check_json, "csv": check_csv, "gitlab": check_gitlab, "gitlab-run": check_gitlab_run,
    "github": check_github, "spack": check_spack, "ran": check_ran,
}
CHECKS[sys.argv[1]](*sys.argv[2:])
