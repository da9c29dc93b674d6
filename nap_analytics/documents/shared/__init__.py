"""What the Office files share: the room that words take, the look, the native chart, a sheet, the packed file."""
