import ReckonCommands

ReckonCommand.main()
