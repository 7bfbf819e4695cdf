"""Makes a model as it ships, from its recipe to its card: trains it, writes its folder and its golden values, measures it.

    python training/make.py storyteller
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('model')
    name = parser.parse_args().model
    folder = f'static/models/{name}'
    for command in ([sys.executable, 'training/train.py', name],
                    [sys.executable, 'training/export.py', name],
                    [sys.executable, 'training/golden.py', '--shipped', folder],
                    ['npm', 'run', '-s', 'measure', '--', folder, '--write']):
        subprocess.run(command, cwd=ROOT, check=True)


if __name__ == '__main__':
    main()
