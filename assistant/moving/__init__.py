"""Everything in one file for another computer, and back; and all data beside the program."""
