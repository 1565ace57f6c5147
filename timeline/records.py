"""Any frozen record of the house <-> plain JSON, by its fields alone: a field added to a record needs no word here.

A field at its default is left out; one that a stored record lacks takes its default, one that is not known any more
is passed over. Tuples become lists and come back as tuples. Strings may hold anything, half surrogate pairs too.
"""

import json
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType

_ZEROS = {str: "", int: 0, float: 0.0, bool: False, tuple: (), dict: {}, list: []}


def dumps(value) -> str:
    """JSON of a record or of plain values, the same text for the same value; ASCII, so that any string survives."""
    return _ENCODER.encode(value)


def _fields(value) -> dict:
    """The fields of a record that are not at their default."""
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no plain value")
    return {name: got for name, default in _defaults(type(value)) if (got := getattr(value, name)) != default}


_ENCODER = json.JSONEncoder(default=_fields, ensure_ascii=True, separators=(",", ":"), sort_keys=True)


def loads(kind, text: str):
    """The record, or the tuple of records, of type `kind` that `dumps` was given."""
    return record(kind, json.loads(text))


def plain(value):
    """A record as dicts, lists and plain values."""
    return json.loads(dumps(value))


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((f.name, f.default_factory() if f.default_factory is not MISSING else f.default) for f in fields(kind))


def record(kind, data):
    """What `plain` was given, of type `kind`."""
    return _maker(kind)(data)


@cache
def _maker(kind) -> Callable:
    """How data becomes a value of a type: worked out once, since a project has a million of them."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind):
        return _record_maker(kind)
    if origin in (typing.Union, UnionType):
        return _either(next(_maker(one) for one in inner if one is not NoneType))
    if origin is dict:
        value = _maker(inner[1])
        return lambda data: {key: value(item) for key, item in data.items()}
    if origin in (tuple, list):
        return _row_maker(origin, inner)
    return _named_maker(kind) if hasattr(kind, "_fields") else _same


def _same(data):
    return data


def _either(make: Callable) -> Callable:
    return lambda data: None if data is None else make(data)


def _row_maker(origin, inner) -> Callable:
    if origin is tuple and inner[-1] is not Ellipsis:
        makers = [_maker(one) for one in inner]
        return lambda data: tuple(make(item) for make, item in zip(makers, data))
    one = _maker(inner[0])
    return origin if one is _same else lambda data: origin([one(item) for item in data])


def _named_maker(kind) -> Callable:
    makers = [_maker(one) for one in typing.get_type_hints(kind).values()]
    return lambda data: kind(*(make(item) for make, item in zip(makers, data)))


def _record_maker(kind: type) -> Callable:
    hints = typing.get_type_hints(kind)
    makers = {f.name: _maker(hints[f.name]) for f in fields(kind)}
    missing = {f.name: _zero(hints[f.name]) for f in fields(kind)
               if f.default is MISSING and f.default_factory is MISSING}

    def make(data: dict):
        return kind(**(missing | {name: makers[name](item) for name, item in data.items() if name in makers}))

    return make


def _zero(hint):
    origin = typing.get_origin(hint) or hint
    return _ZEROS.get(origin)
