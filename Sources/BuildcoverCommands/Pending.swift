enum FormatsHelp { static func text() -> String { "" } }
