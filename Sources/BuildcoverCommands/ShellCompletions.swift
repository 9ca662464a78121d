/// Completion scripts for shells, made from the option table.
enum ShellCompletions {
  /// The shells that are known.
  enum Shell: String, CaseIterable, Sendable { case bash, zsh, fish }

  static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash()
    case .zsh: zsh()
    case .fish: fish()
    }
  }

  private static func bash() -> String {
    var cases = ""
    for command in Command.all {
      let options = command.allOptions.map { "--" + $0.name.rawValue }.joined(separator: " ")
      cases += "    '\(command.name.rawValue)') options='\(options)' ;;\n"
    }
    var values = ""
    for (name, words) in wordOptions() {
      values +=
        "    --\(name)) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\")); return ;;\n"
    }
    return """
      # bash completion for buildcover
      _buildcover() {
        local current previous command options
        current="${COMP_WORDS[COMP_CWORD]}"
        previous="${COMP_WORDS[COMP_CWORD-1]}"
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W '\(firstWords().joined(separator: " "))' -- "$current"))
          return
        fi
        case "$previous" in
      \(values)  esac
        command="${COMP_WORDS[1]}"
        case "$command ${COMP_WORDS[2]}" in
          'policy list'|'policy format'|'survey merge') command="$command ${COMP_WORDS[2]}" ;;
        esac
        case "$command" in
      \(cases)    *) options='' ;;
        esac
        case "$current" in
          -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
          *) COMPREPLY=($(compgen -f -- "$current")) ;;
        esac
      }
      complete -o filenames -F _buildcover buildcover

      """
  }

  private static func zsh() -> String {
    var cases = ""
    for command in Command.all {
      let specifications = command.allOptions.map { option in
        let value = option.argument.map { ":\(escapedForZsh($0)):\(zshAction(option.completion))" } ?? ""
        return "'--\(option.name.rawValue)[\(escapedForZsh(option.summary))]\(value)'"
      }
      cases +=
        "    '\(command.name.rawValue)') _arguments \(specifications.joined(separator: " ")) '*:path:_files' ;;\n"
    }
    return """
      #compdef buildcover
      # zsh completion for buildcover
      _buildcover() {
        local command
        if (( CURRENT == 2 )); then
          _values 'command' \(firstWords().map { "'\($0)'" }.joined(separator: " "))
          return
        fi
        command="$words[2]"
        case "$command $words[3]" in
          'policy list'|'policy format'|'survey merge') command="$command $words[3]" ;;
        esac
        case "$command" in
      \(cases)  esac
      }
      _buildcover "$@"

      """
  }

  private static func fish() -> String {
    var text = "# fish completion for buildcover\n"
    for command in Command.all where !command.name.rawValue.contains(" ") {
      text +=
        "complete -c buildcover -n __fish_use_subcommand -a '\(command.name.rawValue)' -d '\(escapedForFish(command.summary))'\n"
    }
    for command in Command.all {
      let first = command.name.rawValue.split(separator: " ").first.map(String.init) ?? ""
      for option in command.allOptions {
        var line = "complete -c buildcover -n '__fish_seen_subcommand_from \(first)' -l \(option.name.rawValue)"
        if let letter = option.letter { line += " -s \(letter)" }
        if option.argument != nil { line += " -r" }
        if case .words(let words) = option.completion { line += " -f -a '\(words.joined(separator: " "))'" }
        text += line + " -d '\(escapedForFish(option.summary))'\n"
      }
    }
    return text
  }

  private static func firstWords() -> [String] {
    var words: [String] = []
    for command in Command.all {
      let first = command.name.rawValue.split(separator: " ").first.map(String.init) ?? ""
      if !words.contains(first) { words.append(first) }
    }
    return words
  }

  /// Options whose values are a fixed list, each once, with the lists of all commands united.
  private static func wordOptions() -> [(name: String, words: [String])] {
    var lists: [(name: String, words: [String])] = []
    for option in Command.all.flatMap(\.allOptions) {
      guard case .words(let words) = option.completion else { continue }
      if let known = lists.firstIndex(where: { $0.name == option.name.rawValue }) {
        lists[known].words += words.filter { !lists[known].words.contains($0) }
      } else {
        lists.append((option.name.rawValue, words))
      }
    }
    return lists
  }

  private static func zshAction(_ completion: CommandOption.Completion) -> String {
    switch completion {
    case .nothing: " "
    case .files: "_files"
    case .directories: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  private static func escapedForZsh(_ text: String) -> String {
    text.replacing("'", with: "'\\''").replacing("[", with: "\\[").replacing("]", with: "\\]")
      .replacing(":", with: "\\:")
  }

  private static func escapedForFish(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
