"""Trained weights -> timeline/actors/model: the network as ONNX with 8-bit weights, the vocabulary, checksums.

The weights keep to 7 of the 8 bits, so that processors without 8-bit dot products add them up without overflow.
"""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import nn
from transformers import BertConfig, BertForTokenClassification

from timeline.actors.network import CASES, LABELS
from timeline.actors.neural import FOLDER
from training import network
from training.train import load


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--student", type=Path, required=True, help="folder of the student's pretrained encoder")
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    network.check(options.student, network.STUDENT_SHA256)
    options.out.mkdir(parents=True, exist_ok=True)
    plain = as_bert(load(options.weights, options.student), options.student)
    with tempfile.TemporaryDirectory() as folder:
        write_onnx(plain, Path(folder), options.out / "ner.onnx")
    write_vocabulary(options.student / "tokenizer.json", options.out / "vocab.txt")
    write_sums(options.out)


def as_bert(tagger: nn.Module, student: Path) -> nn.Module:
    """The same network as a plain BERT, whose "token types" are the ways of writing a word."""
    config = BertConfig.from_pretrained(student, num_labels=len(LABELS), type_vocab_size=CASES)
    config.id2label = dict(enumerate(LABELS))
    bert = BertForTokenClassification(config).eval()
    weights = dict(tagger.encoder.state_dict())
    types = "embeddings.token_type_embeddings.weight"
    weights[types] = weights[types][0] + tagger.case.weight.detach()
    bert.bert.load_state_dict(weights)
    bert.classifier.load_state_dict(tagger.head.state_dict())
    bert.config._attn_implementation = "eager"
    bert.bert.config._attn_implementation = "eager"
    return bert


class Inputs(nn.Module):
    """The network with its inputs in a fixed order."""

    def __init__(self, bert: nn.Module):
        super().__init__()
        self.bert = bert

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Label scores."""
        return self.bert(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).logits


def write_onnx(bert: nn.Module, folder: Path, target: Path) -> None:
    """Trace, fuse, make 8-bit."""
    names = ["input_ids", "attention_mask", "token_type_ids"]
    example = (torch.randint(5, 3000, (2, 16)), torch.ones(2, 16, dtype=torch.long), torch.randint(0, CASES, (2, 16)))
    axes = {name: {0: "batch", 1: "length"} for name in (*names, "logits")}
    raw, fused = str(folder / "raw.onnx"), str(folder / "fused.onnx")
    torch.onnx.export(
        Inputs(bert).eval(), example, raw, input_names=names, output_names=["logits"], dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip
    model = optimizer.optimize_model(
        raw, model_type="bert", num_heads=bert.config.num_attention_heads, hidden_size=bert.config.hidden_size, opt_level=0,
    )  # fmt: skip
    model.save_model_to_file(fused)
    quantize_dynamic(
        fused, str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip


def write_vocabulary(source: Path, target: Path) -> None:
    """The pieces of the student's tokenizer, one a line in the order of their numbers."""
    number = json.loads(source.read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = sorted(number, key=number.get)
    if [number[piece] for piece in pieces] != list(range(len(pieces))):
        raise ValueError(f"the numbers in {source.name} have gaps")
    target.write_bytes("".join(f"{piece}\n" for piece in pieces).encode("utf-8"))


def write_sums(folder: Path) -> None:
    """SHA256SUMS of what the runtime reads."""
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in ("ner.onnx", "vocab.txt")
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
