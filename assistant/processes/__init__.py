"""What the processes that Thimble starts have in common: messages, manners and lock-down."""
