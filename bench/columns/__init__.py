"""Made leaves of vertical text with the box of each segment."""
