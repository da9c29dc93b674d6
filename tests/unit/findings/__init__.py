"""Sentences, each from a small frame."""
