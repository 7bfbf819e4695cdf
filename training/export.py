"""Writes a trained model as the page loads it: config, tokenizer, F16 weights, and a card that says what they are.

    python training/export.py storyteller [--runs training/runs] [--out static/models/storyteller]
"""

import argparse
import datetime
import hashlib
import json
import platform
from pathlib import Path

import numpy
import tokenizers
import torch
import transformers
from safetensors.torch import save_file
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, PreTrainedModel, PreTrainedTokenizerFast

from recipe import HERE, RUNS, TOKENIZER, Recipe, new_model, read_recipe
from vocabulary import END

WORDS = {
    'storyteller': {
        'title': {'en': 'Storyteller', 'zh': '讲故事的模型'},
        'summary': {'en': 'A small Transformer that reads short stories, lists and brackets, in English and Chinese. It tells positions apart by rotating '
                          'queries and keys (RoPE).',
                    'zh': '一个小小的 Transformer，读过中英文的短故事、数列和括号。它靠旋转查询与键（RoPE）来分辨位置。'},
        'kind': 'GPT-NeoX',
    },
    'storyteller-gpt2': {
        'title': {'en': 'Storyteller with learned positions', 'zh': '讲故事的模型（学来的位置）'},
        'summary': {'en': 'The same size, texts and steps as Storyteller, but each position has a vector of its own that was learned, as in GPT-2.',
                    'zh': '大小、文本和步数都与“讲故事的模型”相同，只是像 GPT-2 那样，每个位置都有一个学来的向量。'},
        'kind': 'GPT-2',
    },
}


def save_tokenizer(folder: Path, context: int) -> None:
    fast = PreTrainedTokenizerFast(tokenizer_object=Tokenizer.from_file(str(TOKENIZER)), bos_token=END, eos_token=END,
                                   model_max_length=context, clean_up_tokenization_spaces=False)
    fast.save_pretrained(folder)


def save_model(model: PreTrainedModel, folder: Path) -> None:
    """F16 weights; the configuration says so, and nothing that only training needs."""
    tensors = {name: tensor.to(torch.float16).contiguous() for name, tensor in model.state_dict().items()}
    save_file(tensors, folder / 'model.safetensors', metadata={'format': 'pt'})
    config = model.config.to_dict() | {'dtype': 'float16', 'architectures': [type(model).__name__], 'use_cache': True}
    (folder / 'config.json').write_text(json.dumps(config, indent=1, sort_keys=True) + '\n')


def largest_change(model: PreTrainedModel, folder: Path) -> float:
    """How far 16 bits of storage move any logit, on some tokens; also shows that the folder loads."""
    ids = torch.arange(1, 129)[None] * 7 % model.config.vocab_size
    again = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    with torch.no_grad():
        return (again(ids).logits - model(ids).logits).abs().max().item()


def listed(folder: Path) -> dict:
    names = ['config.json', 'tokenizer.json', 'model.safetensors']
    return {name: {'bytes': (folder / name).stat().st_size, 'sha256': hashlib.sha256((folder / name).read_bytes()).hexdigest()} for name in names}


def card(recipe: Recipe, state: dict, model: PreTrainedModel, folder: Path) -> dict:
    file = folder / 'card.json'
    before = json.loads(file.read_text()) if file.exists() else {}
    last = state['curve'][-1]
    return {
        'id': recipe.id,
        'title': WORDS[recipe.id]['title'],
        'summary': WORDS[recipe.id]['summary'],
        'architecture': {'kind': WORDS[recipe.id]['kind'], 'layers': recipe.layers, 'heads': recipe.heads, 'd_model': recipe.d_model,
                         'd_head': recipe.d_model // recipe.heads, 'context': recipe.context, 'vocabulary': model.config.vocab_size},
        'parameters': sum(p.numel() for p in model.parameters()),
        'license': 'MIT',
        'files': listed(folder),
        'trained': {
            'date': datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
            'steps': state['step'], 'plannedSteps': recipe.steps, 'tokens': state['step'] * recipe.batch * recipe.context,
            'corpus': {'seed': recipe.corpusSeed, 'documents': state['documents']},
            'seconds': round(state['seconds']), 'seed': recipe.seed,
            'versions': {'python': platform.python_version(), 'torch': torch.__version__, 'transformers': transformers.__version__,
                         'tokenizers': tokenizers.__version__, 'numpy': numpy.__version__},
        },
        # Answers are decided by the text before them: the entropy that a perfect reader is left with is 0.
        'loss': {'train': round(last[1], 4), 'heldOut': round(last[2], 4), 'heldOutAnswers': round(last[3], 4), 'answerEntropy': 0,
                 'curve': [[step, round(train, 4)] for step, train, *_ in state['curve']],
                 'heldOutAnswersCurve': [[step, round(answers, 4)] for step, _, _, answers in state['curve']]},
        # Chosen by hand, or measured on the page's own engine: kept when only the weights are written again.
        **{key: before[key] for key in ('start', 'abilities', 'heads', 'positions') if key in before},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('model')
    parser.add_argument('--runs', type=Path, default=RUNS)
    parser.add_argument('--out', type=Path)
    chosen = parser.parse_args()
    recipe = read_recipe(chosen.model)
    folder = chosen.out or HERE.parent / 'static/models' / recipe.id
    folder.mkdir(parents=True, exist_ok=True)
    save_tokenizer(folder, recipe.context)
    saved = torch.load(chosen.runs / f'{recipe.id}.pt', weights_only=True)
    model = new_model(recipe, Tokenizer.from_file(str(TOKENIZER)).get_vocab_size()).eval()
    model.load_state_dict(saved['model'])
    save_model(model, folder)
    described = card(recipe, saved['state'], model, folder)
    (folder / 'card.json').write_text(json.dumps(described, ensure_ascii=False, indent=1) + '\n')
    print({name: file['bytes'] for name, file in described['files'].items()}, f'{largest_change(model, folder):.5f}', saved['state']['step'])


if __name__ == '__main__':
    main()
