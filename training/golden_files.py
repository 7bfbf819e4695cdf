"""Where golden values lie, and how their JSON is laid out."""

import json
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent.parent / 'tests' / 'golden'


def text_of(value, depth: int = 0) -> str:
    """JSON, sorted, whose first two levels stand a value to a line."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if depth == 2 or not any(isinstance(part, (dict, list)) for part in parts):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
    indent = '\t' * (depth + 1)
    if isinstance(value, list):
        lines, (start, end) = [text_of(part, depth + 1) for part in value], '[]'
    else:
        lines, (start, end) = [f'{json.dumps(key)}: {text_of(value[key], depth + 1)}' for key in sorted(value)], '{}'
    return start + ','.join(f'\n{indent}{line}' for line in lines) + '\n' + indent[1:] + end


def dump(path: Path, content: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text_of(content) + '\n')
