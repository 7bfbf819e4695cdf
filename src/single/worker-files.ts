/** Makes a worker's `fetch` answer from what the page handed to its script; imported before anything else runs. */
import { fetchFrom, type Held } from './held.ts';

// Written in front of the script, by `workerAddress`.
fetchFrom((globalThis as unknown as { readonly held: Held }).held);
