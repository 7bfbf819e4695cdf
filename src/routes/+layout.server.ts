import { readShippedModels } from './shipped-models.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async () => ({ models: await readShippedModels() });
