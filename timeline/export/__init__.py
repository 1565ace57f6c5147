"""DataFrame -> bytes: one module a format, with TITLE, ORDER, SUFFIX, MIME and write(frame) -> bytes.

Every format writes exactly the columns of `timeline.frame.COLUMNS`, in their order, one row an event of the frame.
"""
