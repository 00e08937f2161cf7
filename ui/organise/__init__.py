"""What the window does for the order of conversations: the bin, the statistics, titles made when idle."""
