"""What stops a project from doing what was asked, in plain words that say what to do."""


class Problem(Exception):
    """A project that cannot be opened, read or written, or an edit that cannot be made; nothing was changed."""
