"""From the characters on a pdf's pages to paragraphs in reading order."""
