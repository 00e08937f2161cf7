"""What Thimble does for the user: plain generators that yield events."""
