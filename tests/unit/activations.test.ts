/** The activation functions that a panel works out number by number are the engine's. */
import { expect, test } from 'vitest';
import { activate, ACTIVATIONS } from '#engine/activations.ts';
import { chooseBackend } from '#engine/backend.ts';
import { tensor } from '#engine/tf.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { activationOf } from '#points/ffn/activation.ts';

const XS = Float32Array.from({ length: 241 }, (_, i) => (i - 120) / 10);

test.each(ACTIVATIONS)('%s is the engine’s at every number from −12 to 12', async (name) => {
	await chooseBackend({ force: 'wasm' });
	const input = tensor(XS);
	const output = activate(name, input);
	expect(maxAbsDifference(XS.map(activationOf(name)), await output.data())).toBeLessThan(2e-6);
	for (const one of [input, output]) one.dispose();
});
