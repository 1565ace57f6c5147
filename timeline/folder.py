"""A folder is its own list: every module in it is one more thing on offer."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def modules(package: str) -> dict[str, ModuleType]:
    """The plug-in modules of `package` by name, in the order of their ORDER constant, then by name.

    A module whose name starts with an underscore is the folder's own kitchen, not a plug-in.
    A broken module raises here: it is never skipped silently.
    """
    home = import_module(package)
    names = [m.name for m in iter_modules(home.__path__) if not m.name.startswith("_")]
    found = {name: import_module(f"{package}.{name}") for name in names}
    return dict(sorted(found.items(), key=lambda item: (getattr(item[1], "ORDER", 100), item[0])))
