"""Damaged and hostile files of every format, made by code."""
