"""How the actor recogniser in timeline/actors/model was made, from corpora and sentences to the shipped file.

data (corpora under one guideline) + templates (our own sentences) -> damage (worn text) -> train (student, taught by
a larger teacher) -> export (8-bit ONNX, checksums). `make model CORPORA=path` runs it all; nothing here is needed to
run the project.
"""
