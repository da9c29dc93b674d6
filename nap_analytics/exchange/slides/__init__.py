"""What slides are made of: the room that words take, the look, the native chart, the file."""
