"""The summary page: a document, what it says, and questions about it."""
