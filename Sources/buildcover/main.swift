import BuildcoverCommands

exitProcess(BuildcoverCommandLine.run())
