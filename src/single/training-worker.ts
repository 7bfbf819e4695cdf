/** The lab's worker as a plain script that brings its files. */
import './worker-files.ts';
import '#engine/training/worker.ts';
