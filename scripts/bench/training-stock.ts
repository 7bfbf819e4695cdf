/** Prints the tokens per second of one shape with the library's own kernels. */
import { chooseBackend } from '../../src/lib/engine/backend.ts';
import { prepareToTrain } from '../../src/lib/engine/training/ready.ts';
import { measureSteps, SHAPES } from './training-steps.ts';

await chooseBackend({ force: 'wasm' });
prepareToTrain('stock');
const shape = SHAPES[Number(process.argv[2])];
if (!shape) throw new Error('there is no such shape');
console.log(await measureSteps(shape, 4));
