"""DataFrame -> bytes: one module a format, with TITLE, ORDER, SUFFIX, MIME and write(frame) -> bytes.

A format of tables writes every row and exactly the columns of `timeline.frame.COLUMNS`, in their order. A format that
cannot hold them all says so: in the file, in its docstring, and, where rows are missing, by `leaves_out(frame)`, which
tells in words how many and why ("" for none). Modules with an underscore are the kitchen they share.
"""
