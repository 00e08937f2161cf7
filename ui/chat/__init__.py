"""The chat page: conversation, composer and what decides between them."""
