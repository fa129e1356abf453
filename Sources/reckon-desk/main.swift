import DeskCommands

DeskCommand.main()
