"""A report as a Word document: its parts as plain values, the empty page they are written on, and the writer of each part."""
