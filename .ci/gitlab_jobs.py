"""Runs the jobs of a GitLab pipeline in the current folder, stage by stage, those with `parallel` once for each index.

Usage: gitlab_jobs.py PIPELINE. The environment goes before the pipeline's variables, as a project's settings do.
The exit status is that of the last job; one that fails before it ends the run.
"""
import os, subprocess, sys, yaml

with open(sys.argv[1]) as file:
    pipeline = yaml.safe_load(file)
jobs = [job for job in pipeline.values() if isinstance(job, dict) and "script" in job]
status = 0
for stage in pipeline["stages"]:
    for job in jobs:
        if job["stage"] != stage:
            continue
        total = job.get("parallel", 1)
        for index in range(1, total + 1):
            if status:
                raise SystemExit(f"a job before the stage {stage} ended with {status}")
            node = {"CI_NODE_INDEX": str(index), "CI_NODE_TOTAL": str(total)}
            script = "set -eo pipefail\n" + "\n".join(job["script"])
            status = subprocess.run(["bash", "-c", script], env={**pipeline["variables"], **os.environ, **node}).returncode
raise SystemExit(status)
