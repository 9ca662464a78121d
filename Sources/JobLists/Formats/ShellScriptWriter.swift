/// `plan --format shell`: a POSIX script that runs the builds, `-j` at once, wave after wave.
struct ShellScriptWriter {
  let options: JobListOptions

  func text(of report: PlanReport) -> String {
    let jobs = Job.all(of: report, options: options)
    let waves = Job.waves(of: jobs).map { wave in wave.jobs.map(call).joined() + "finish\n" }
    return ShellScriptWriter.beginning(count: jobs.count)
      + (options.script ?? JobScript.plain).function(environment: options.environment) + "\n"
      + (jobs.isEmpty ? "" : ShellScriptWriter.machinery + waves.joined(separator: "\n"))
      + ShellScriptWriter.end(isEmpty: jobs.isEmpty)
  }

  private func call(_ job: Job) -> String {
    "start " + JobScript.taskFields.map { ShellText.quoted(job.value(of: $0)) }.joined(separator: " ") + "\n"
  }

  private static func beginning(count: Int) -> String {
    """
    #!/bin/sh
    # \(PlanSummary.counted(count, "build")), written by `buildcover plan --format shell`.
    # Each writes LOGS/NAME.log and LOGS/NAME.status; the script ends with 1 if any failed.
    set -u

    usage() { echo "usage: $0 [-j JOBS] [-l LOGS]"; }

    jobs=1 logs=logs
    while getopts j:l:h option; do
      case $option in
      j) jobs=$OPTARG ;;
      l) logs=$OPTARG ;;
      h) usage; exit 0 ;;
      *) usage >&2; exit 2 ;;
      esac
    done
    case $jobs in '' | 0* | *[!0-9]*) usage >&2; exit 2 ;; esac
    mkdir -p -- "$logs" || exit 2


    """
  }

  // A line in the pipe is leave to run one build: each takes one before it starts and gives it back at its end.
  private static let machinery = """
    directory=$(mktemp -d) || exit 2
    trap 'rm -rf "$directory"' EXIT
    trap 'trap - INT TERM; kill 0; exit 130' INT
    trap 'exit 143' TERM
    mkfifo "$directory/leave" || exit 2
    exec 3<>"$directory/leave"
    while [ "$jobs" -gt 0 ]; do echo >&3; jobs=$((jobs - 1)); done

    start() {
      read -r _ <&3
      run "$@" &
    }

    run() {
    \(JobScript.taskFields.enumerated().map { "  \($1.variable)=${\($0 + 1)}\n" }.joined())\
      export \(JobScript.taskFields.map(\.variable).joined(separator: " "))
      (set -e; build) >"$logs/$BUILDCOVER_NAME.log" 2>&1 3>&- </dev/null
      status=$?
      echo "$status" >"$logs/$BUILDCOVER_NAME.status"
      if [ "$status" -ne 0 ]; then
        echo "$BUILDCOVER_NAME failed with $status, see $logs/$BUILDCOVER_NAME.log" >&2
        echo "$BUILDCOVER_NAME" >>"$directory/failed"
      fi
      echo >&3
    }

    finish() { wait; }


    """

  private static func end(isEmpty: Bool) -> String {
    isEmpty
      ? "echo 'nothing to build'\n"
      : """

      if [ -s "$directory/failed" ]; then
        echo "$(wc -l <"$directory/failed") failed" >&2
        exit 1
      fi

      """
  }
}
