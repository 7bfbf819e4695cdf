"""Edits as the engine knows them (data: where, what, at which index), applied to a traced Hugging Face model."""

import re
from dataclasses import dataclass, field

import torch

from golden_capture import READ_ONLY, axes_of, traced


def open_cells(edit: dict, length: int) -> torch.Tensor:
    """Which keys are open to which queries: [query, key], true where open."""
    query = torch.arange(length)[:, None]
    key = torch.arange(length)[None, :]
    size = edit.get('size', 0)
    cells = {
        'causal': key <= query,
        'none': torch.ones(length, length, dtype=torch.bool),
        'window': (key <= query) & (key > query - size),
        'prefix': (key <= query) | ((key < size) & (query < size)),
        'padding': (key <= query) & (key >= size),
    }[edit['kind']].clone()
    for cell in edit.get('cells', []):
        cells[cell['query'], cell['key']] = cell['open']
    return cells


@dataclass
class Tap:
    """Records every value under its name, after the edits that name it."""

    edits: list[dict] = field(default_factory=list)
    values: dict[str, torch.Tensor] = field(default_factory=dict)
    # For `swap`: the values of the other run, by the edit's place in the list.
    others: dict[int, dict[str, torch.Tensor]] = field(default_factory=dict)

    def __call__(self, name: str, value: torch.Tensor, before: torch.Tensor | None = None) -> torch.Tensor:
        for place, edit in enumerate(self.edits):
            if re.fullmatch(re.escape(edit['at']).replace(r'\*', '.*'), name):
                if name.endswith(READ_ONLY):
                    raise ValueError(f'{name} can be read but not edited here')
                changed = self.changed(place, edit, name, value, before)
                where = tuple(edit.get(axis, slice(None)) for axis in axes_of(name))
                value = value.clone()
                value[where] = changed[where]
        self.values[name] = value.clone()
        return value

    def changed(self, place: int, edit: dict, name: str, value: torch.Tensor, before) -> torch.Tensor:
        match edit['do']:
            case 'zero':
                return torch.zeros_like(value)
            case 'scale':
                return value * edit['by']
            case 'set':
                return torch.full_like(value, edit['to'])
            case 'unscale':  # what the scaling received: the raw scores
                return before
            case 'mask':  # what the mask received: the scaled scores
                return before.masked_fill(~open_cells(edit, before.shape[-1]), -torch.inf)
            case 'unrotate':
                return self.values[name.replace('rot_', '')]
            case 'unskip':  # what has been added since the stream was last read
                block, _, place = name.rpartition('.')
                in_parallel = f'{block}.resid_mid' not in self.values
                outs = ['attn_out'] if place == 'resid_mid' else ['attn_out', 'mlp_out'] if in_parallel else ['mlp_out']
                return sum(self.values[f'{block}.{out}'] for out in outs)
            case 'swap':
                return self.others[place][name]
            case unknown:
                raise ValueError(f'no edit does {unknown}')


def run(model, ids: list[int], edits: list[dict] = ()) -> dict[str, torch.Tensor]:
    """Every captured value of a run on these ids with these edits, by name."""
    edits = list(edits)
    swaps = ((place, edit) for place, edit in enumerate(edits) if edit['do'] == 'swap')
    others = {place: run(model, edit['ids'], edit.get('edits', [])) for place, edit in swaps}
    tap = Tap(edits, others=others)
    with torch.no_grad(), traced(model, tap):
        model(input_ids=torch.tensor([ids]), use_cache=False)
    return tap.values


def cases(other_ids: list[int], has: set[str]) -> list[tuple[str, list[dict], int]]:
    """The edits whose results are recorded: what each is, the edits, and the first position whose logits it defines.

    `has` holds the names of all values of the model: what it lacks is not edited.
    """
    scores = 'blocks.*.attn.attn_scores'
    cells = [{'query': 3, 'key': 7, 'open': True}, {'query': 6, 'key': 0, 'open': False}]
    listed = [
        ('one head of block 0 looks at nothing', [{'at': 'blocks.0.attn.pattern', 'do': 'zero', 'head': 1}]),
        ('no scaling by √d_head anywhere', [{'at': 'blocks.*.attn.attn_scores_scaled', 'do': 'unscale'}]),
        ('no scaling in one head of block 1', [{'at': 'blocks.1.attn.attn_scores_scaled', 'do': 'unscale', 'head': 2}]),
        ('no mask: every query sees every key', [{'at': scores, 'do': 'mask', 'kind': 'none'}]),
        ('a sliding window of 3', [{'at': scores, 'do': 'mask', 'kind': 'window', 'size': 3}]),
        ('the first 4 tokens see each other both ways', [{'at': scores, 'do': 'mask', 'kind': 'prefix', 'size': 4}]),
        ('the first 2 tokens are padding', [{'at': scores, 'do': 'mask', 'kind': 'padding', 'size': 2}]),
        ('a causal mask with one cell opened and one closed by hand',
         [{'at': scores, 'do': 'mask', 'kind': 'causal', 'cells': cells}]),
        ('no mask in one head of block 0',
         [{'at': 'blocks.0.attn.attn_scores', 'do': 'mask', 'kind': 'none', 'head': 0}]),
        ('the FFN of block 1 adds nothing', [{'at': 'blocks.1.mlp_out', 'do': 'zero'}]),
        ('one cell of a pattern set; its row is not normalized again',
         [{'at': 'blocks.0.attn.pattern', 'do': 'set', 'to': 0.5, 'head': 0, 'query': 5, 'key': 2}]),
        ('one head of block 0 at half strength', [{'at': 'blocks.0.attn.z', 'do': 'scale', 'by': 0.5, 'head': 2}]),
        ('one score raised before the softmax',
         [{'at': 'blocks.0.attn.attn_scores', 'do': 'set', 'to': 3.5, 'head': 1, 'query': -1, 'key': 4}]),
        ('the keys of one head of block 1 zeroed', [{'at': 'blocks.1.attn.k', 'do': 'zero', 'kv_head': 1}]),
        ('the stream into block 1 doubled at one position',
         [{'at': 'blocks.1.resid_pre', 'do': 'scale', 'by': 2, 'pos': 3}]),
        ('one head of block 0 taken from a run on other ids',
         [{'at': 'blocks.0.attn.z', 'do': 'swap', 'ids': other_ids, 'head': 1}]),
        ('two edits at once',
         [{'at': 'blocks.0.attn.z', 'do': 'zero', 'head': 0}, {'at': 'blocks.*.mlp_out', 'do': 'scale', 'by': -1}]),
        ('no stream around the FFNs, nor around whole parallel blocks', [{'at': 'blocks.*.resid_post', 'do': 'unskip'}]),
        ('no stream around block 1 at one position', [{'at': 'blocks.1.resid_post', 'do': 'unskip', 'pos': 4}]),
    ]
    if 'blocks.0.resid_mid' in has:
        listed += [
            ('no stream around attention', [{'at': 'blocks.*.resid_mid', 'do': 'unskip'}]),
            ('no stream around attention of block 0 at one position',
             [{'at': 'blocks.0.resid_mid', 'do': 'unskip', 'pos': -2}]),
        ]
    if 'blocks.0.attn.rot_q' in has:
        listed += [
            ('no rotation anywhere', [{'at': 'blocks.*.attn.rot_*', 'do': 'unrotate'}]),
            ('the queries of one head of block 0 unrotated',
             [{'at': 'blocks.0.attn.rot_q', 'do': 'unrotate', 'head': 1}]),
            ('the keys of one head of block 1 unrotated, once doubled before',
             [{'at': 'blocks.1.attn.k', 'do': 'scale', 'by': 2, 'kv_head': 0},
              {'at': 'blocks.1.attn.rot_k', 'do': 'unrotate', 'kv_head': 0}]),
        ]
    return [(about, edits, 2 if edits[0].get('kind') == 'padding' else 0) for about, edits in listed]
