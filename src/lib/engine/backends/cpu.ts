import { env } from '../tf.ts';
import { neverLost, type Found } from './found.ts';

/** Plain JavaScript: slow, and everywhere. */
export async function findCpu(): Promise<Found> {
	return { device: 'JavaScript', software: false, open };
}

async function open() {
	// Keeps the library from advertising another backend on standard error.
	env().set('PROD', true);
	await import('@tensorflow/tfjs-backend-cpu');
	return neverLost();
}
