"""Checks workflows for GitHub without GitHub: names in expressions, scripts, and two rows of the matrix as they run.

Usage: check_workflow.py names MATRIX WORKFLOW...   every name in an expression is declared; MATRIX is what
                                                     `plan --format github` printed, for `fromJSON` matrices
       check_workflow.py scripts DIRECTORY WORKFLOW...   writes each `run:` to DIRECTORY, for shellcheck
       check_workflow.py run MATRIX PLANNING BUILDING RECORD   runs the scripts of both with stubs on PATH
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.S)
PATH = re.compile(r"(?<![\w.'-])([a-z]+)((?:\.[\w-]+)+)")
FUNCTION = re.compile(r"(\w+)\s*\(")
FUNCTIONS = {"fromjson", "tojson", "format", "join", "contains", "startswith", "endswith", "hashfiles"}
FUNCTIONS |= {"success", "failure", "always", "cancelled"}
OPEN = {"github", "vars", "secrets", "env", "runner"}


def read(path):
    workflow = yaml.safe_load(pathlib.Path(path).read_text())
    return workflow, workflow.get("on", workflow.get(True)) or {}


def fields(path):
    """What each job of a printed matrix has."""
    jobs = [job for line in pathlib.Path(path).read_text().splitlines() for job in json.loads(line)["include"]]
    return set().union(*jobs)


def expressions(value, key=""):
    """Every expression within a value; `if` is one without braces."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from expressions(part, str(name))
    elif isinstance(value, list):
        for part in value:
            yield from expressions(part)
    elif isinstance(value, str):
        found = EXPRESSION.findall(value)
        if value.count("${{") != len(found) or value.count("}}") != len(found):
            sys.exit(f"braces do not match: {value}")
        yield from found or ([value] if key == "if" else [])


def in_matrix(job, printed):
    matrix = job.get("strategy", {}).get("matrix", {})
    if isinstance(matrix, str):
        return printed
    included = set().union(*matrix.get("include", [{}])) if isinstance(matrix.get("include", []), list) else printed
    return (set(matrix) - {"include", "exclude"}) | included


def check_path(root, rest, job, steps, jobs, inputs, printed):
    needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
    if root == "needs":
        used = jobs.get(rest[0], {})
        return rest[0] in needs and (rest[1:2] != ["outputs"] or rest[2] in used.get("outputs", {}))
    if root == "steps":
        step = next((step for step in steps if step.get("id") == rest[0]), None)
        return step is not None and (rest[1] != "outputs" or "run" not in step or f'"{rest[2]}=' in step["run"])
    if root == "matrix":
        return rest[0] in in_matrix(job, printed)
    return rest[0] in inputs if root == "inputs" else root in OPEN


def check_names(printed, *paths):
    printed = fields(printed)
    for path in paths:
        workflow, on = read(path)
        jobs = workflow["jobs"]
        inputs = (on.get("workflow_call") or {}).get("inputs", {}) if isinstance(on, dict) else {}
        for name, job in jobs.items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            if not set(needs) <= set(jobs):
                sys.exit(f"{name} needs a job that is not there")
            steps = job.get("steps", [])
            parts = [({key: value for key, value in job.items() if key != "steps"}, steps)]
            parts += [(step, steps[:number]) for number, step in enumerate(steps)]
            for part, before in parts:
                for text in expressions(part):
                    plain = re.sub(r"'[^']*'", "''", text)
                    if not set(FUNCTION.findall(plain.lower())) <= FUNCTIONS or plain.count("(") != plain.count(")"):
                        sys.exit(f"{name}: no such function, or brackets that do not match: {text}")
                    for root, rest in PATH.findall(plain):
                        if not check_path(root, rest[1:].split("."), job, before, jobs, inputs, printed):
                            sys.exit(f"{path}: {name}: nothing declares {root}{rest}")
                if "${{" in part.get("run", ""):
                    sys.exit(f"{name}: an expression in a script would be run: {part['run']}")
            check_call(name, job, path)


def check_call(name, job, path):
    """A workflow that is called is there, and gets the inputs that it declares."""
    if not job.get("uses", "").startswith("./"):
        return
    _, on = read(pathlib.Path(path).parents[2] / job["uses"])
    declared = on["workflow_call"].get("inputs", {})
    required = {key for key, value in declared.items() if value.get("required")}
    if not required <= set(job.get("with", {})) <= set(declared):
        sys.exit(f"{name}: inputs {sorted(job.get('with', {}))}, declared {sorted(declared)}")


def scripts(path):
    for name, job in read(path)[0]["jobs"].items():
        for number, step in enumerate(job.get("steps", [])):
            if "run" in step:
                yield f"{name}-{number}", step


def write_scripts(directory, *paths):
    for path in paths:
        for name, step in scripts(path):
            place = pathlib.Path(directory) / f"{pathlib.Path(path).stem}-{name}.sh"
            place.write_text("#!/usr/bin/env bash\nset -eo pipefail\n" + step["run"])


def run_step(step, values):
    """Runs a script as a runner does, with the environment that the step declares."""
    with tempfile.TemporaryDirectory() as directory:
        output = pathlib.Path(directory) / "output"
        environment = {**os.environ, "GITHUB_OUTPUT": str(output)}
        for name, text in step.get("env", {}).items():
            environment[name] = EXPRESSION.sub(lambda match: values[match[1].strip()], str(text))
        script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        subprocess.run(script, env=environment, cwd=directory, check=True)
        return dict(line.split("=", 1) for line in output.read_text().splitlines()) if output.exists() else {}


def run(printed, planning, building, record):
    # The stub of `buildcover` prints this matrix.
    wanted = [job for line in pathlib.Path(printed).read_text().splitlines() for job in json.loads(line)["include"]]
    outputs = [run_step(step, {}) for _, step in scripts(planning)][-1]
    if int(outputs["count"]) != len(wanted):
        sys.exit(f"count is {outputs['count']} of {len(wanted)} builds")
    jobs = [job for matrix in json.loads(outputs["matrices"]) for job in matrix["include"]]
    if jobs != wanted:
        sys.exit("the matrices are not the plan's")
    cache = os.environ["BUILDCACHE"]
    expected = []
    for job in jobs[:1] + jobs[1:][-1:]:
        values = {f"matrix.{key}": str(value) for key, value in job.items()}
        for _, step in scripts(building):
            run_step(step, {**values, "vars.BUILDCACHE": cache})
        expected += [["install", job["spec"]], ["buildcache", "push", "--unsigned", cache, job["spec"]]]
    lines = pathlib.Path(record).read_text().splitlines()
    if [line.split("\x1f")[:-1] for line in lines] != expected:
        sys.exit(f"spack was called as {lines}, expected {expected}")


{"names": check_names, "scripts": write_scripts, "run": run}[sys.argv[1]](*sys.argv[2:])
