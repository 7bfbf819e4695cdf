import { attention } from './attention.ts';
import { kvCache } from './kv-cache.ts';
import { scaling } from './scaling.ts';
import type { Shipped } from './shipped.ts';

/** The lessons that ship with the page, in the order in which they are offered. */
export const shippedLessons: readonly Shipped[] = [attention, scaling, kvCache];
