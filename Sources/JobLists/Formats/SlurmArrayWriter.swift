/// `plan --format slurm`: a job script for `sbatch`, the list of its tasks, and a script that submits the arrays so that
/// a wave waits for the one before it.
struct SlurmArrayWriter {
  /// The most tasks of one array: Slurm's own `MaxArraySize` is 1001, and the highest number must be below it.
  static let longestArray = 1000

  let options: JobListOptions

  func files(of report: PlanReport) -> [JobList.File] {
    let waves = Job.waves(of: Job.all(of: report, options: options))
    let arrays = SlurmArrayWriter.arrays(of: waves.map(\.jobs.count))
    return [
      JobList.File(path: "tasks.txt", text: waves.flatMap(\.jobs).map(task).joined()),
      JobList.File(path: "build.sbatch", text: script(for: arrays), isExecutable: true),
      JobList.File(path: "submit.sh", text: submission(of: arrays), isExecutable: true),
    ]
  }

  /// One array of tasks: they are the `count` lines behind the first `offset` ones.
  private struct TaskArray {
    var wave: Int
    var offset: Int
    var count: Int
  }

  private static func arrays(of counts: [Int]) -> [TaskArray] {
    var arrays: [TaskArray] = []
    var offset = 0
    for (index, count) in counts.enumerated() {
      for start in stride(from: 0, to: count, by: longestArray) {
        arrays.append(TaskArray(wave: index + 1, offset: offset + start, count: min(longestArray, count - start)))
      }
      offset += count
    }
    return arrays
  }

  // No field within Spack's syntax holds a bar, and unlike a tab it keeps empty fields when a shell reads the line.
  private func task(_ job: Job) -> String {
    JobScript.taskFields.map { job.value(of: $0) }.joined(separator: "|") + "\n"
  }

  private func range(_ array: TaskArray) -> String { "1-\(array.count)%\(max(1, options.concurrency))" }

  private func script(for arrays: [TaskArray]) -> String {
    let array = arrays.count == 1 ? arrays.map { "#SBATCH --array=\(range($0))\n" }.joined() : ""
    let fields = JobScript.taskFields.map(\.variable)
    return """
      #!/bin/sh
      # One build of tasks.txt, written by `buildcover plan --format slurm`; submit.sh submits all of them.
      # Each writes logs/NAME.log and logs/NAME.status beside the task list and ends as its build did.
      #SBATCH --job-name=buildcover
      #SBATCH --output=/dev/null
      \(array)set -u

      cd "${BUILDCOVER_DIRECTORY:-${SLURM_SUBMIT_DIR:-.}}" || exit 2
      mkdir -p logs || exit 2
      if [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
        echo 'not a task of an array: use submit.sh' | tee logs/errors.log >&2
        exit 2
      fi

      number=$((SLURM_ARRAY_TASK_ID + ${BUILDCOVER_OFFSET:-0}))
      task=$(sed -n "${number}p" tasks.txt)
      if [ -z "$task" ]; then
        echo "tasks.txt has no line $number" >>logs/errors.log
        exit 2
      fi
      IFS='|' read -r \(fields.joined(separator: " ")) <<TASK
      $task
      TASK
      export \(fields.joined(separator: " "))

      \((options.script ?? JobScript.plain).function(environment: options.environment))
      (set -e; build) >"logs/$BUILDCOVER_NAME.log" 2>&1 </dev/null
      status=$?
      echo "$status" >"logs/$BUILDCOVER_NAME.status"
      exit "$status"

      """
  }

  private func submission(of arrays: [TaskArray]) -> String {
    var text = """
      #!/bin/sh
      # Submits every build, a wave after the one before it has ended; prints the numbers of the jobs.
      # Options for sbatch may be given: ./submit.sh --partition=builds
      set -eu
      cd "$(dirname "$0")"


      """
    if arrays.isEmpty { return text + "echo 'nothing to build'\n" }
    text += """
      # submit ARRAY OFFSET [OPTION ...]
      submit() {
        array=$1 offset=$2
        shift 2
        BUILDCOVER_OFFSET=$offset BUILDCOVER_DIRECTORY=$PWD sbatch --parsable --export=ALL --array="$array" \\
          ${after:+"--dependency=afterany$after"} "$@" build.sbatch
      }

      """
    text += "\nafter=''\n"
    for wave in Set(arrays.map(\.wave)).sorted() {
      text += "\n# Wave \(wave)\nwave=''\n"
      for array in arrays where array.wave == wave {
        text += "job=$(submit \(ShellText.quoted(range(array))) \(array.offset) \"$@\")\necho \"$job\"\n"
        text += "wave=$wave:${job%%;*}\n"
      }
      text += "after=$wave\n"
    }
    return text
  }
}
